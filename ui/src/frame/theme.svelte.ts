export type Theme = 'system' | 'light' | 'dark'

const KEY = 'weekwise.theme'

/** How the window looks is kept on this computer by the window itself; the engine need not know. */
class Appearance {
  theme = $state<Theme>('system')

  /** Before the first paint; `?theme=` overrules for pictures and tests. */
  restore(): void {
    const asked = new URLSearchParams(location.search).get('theme') ?? localStorage.getItem(KEY)
    this.#apply(asked === 'light' || asked === 'dark' ? asked : 'system')
  }

  choose(theme: Theme): void {
    localStorage.setItem(KEY, theme)
    this.#apply(theme)
  }

  #apply(theme: Theme): void {
    this.theme = theme
    if (theme === 'system') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = theme
  }
}

export const appearance = new Appearance()
