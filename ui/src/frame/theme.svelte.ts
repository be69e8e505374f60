export type Theme = 'system' | 'light' | 'dark'

const KEY = 'weekwise.theme'

/**
 * How the window looks is kept on this computer by the window itself, for whichever library lies open; the engine need not
 * know. What was chosen is put in force by `public/theme.js`, before anything is painted.
 */
class Appearance {
  theme = $state<Theme>('system')

  /** Takes up what is in force. */
  restore(): void {
    const { theme } = document.documentElement.dataset
    this.theme = theme === 'light' || theme === 'dark' ? theme : 'system'
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
