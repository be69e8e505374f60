import { SCREENS } from './screens'
import type { WeekwiseState } from './state.svelte'

/** A key of the window, or of one screen; `Target` is what it works on. The help dialog lists what these tables do. */
export interface Key<Target> {
  keys: string[]
  does: string
  /** `KeyboardEvent.key` in lower case, one or several; none for keys a component handles itself. */
  key?: string | string[]
  command?: boolean
  shift?: boolean
  run?: (target: Target, pressed: string) => unknown
}

const MAC = /Mac/.test(globalThis.navigator?.userAgent ?? '')
export const COMMAND = MAC ? '⌘' : 'Ctrl'

export const KEYS: Key<WeekwiseState>[] = [
  command('K', 'Search or run anything', (app) => app.openPalette()),
  { keys: ['/'], does: 'Search events', key: '/', run: (app) => app.openPalette('events') },
  { keys: ['G', '…'], does: 'Go to a screen; then its letter', key: 'g', run: (app) => app.awaitGo() },
  command('O', 'Import a calendar', (app) => app.chooseFiles()),
  command('S', 'Save a report about the shown week', (app) => app.view && app.report('week', app.view)),
  command('Z', 'Undo', (app) => app.undo()),
  { ...command('Z', 'Redo', (app) => app.redo()), keys: [COMMAND, 'Shift', 'Z'], shift: true },
  {
    ...command('H', 'Hide titles and names, or show them', (app) => app.hideTitles()),
    keys: [COMMAND, 'Shift', 'H'],
    shift: true
  },
  command(',', 'Settings', (app) => app.openSettings()),
  { keys: ['?'], does: 'Show these keys', key: '?', run: (app) => (app.dialog = 'help') }
]

function command(key: string, does: string, run: (app: WeekwiseState) => unknown): Key<WeekwiseState> {
  return { keys: [COMMAND, key], does, key: key.toLowerCase(), command: true, run }
}

/** Keys of a screen, bound to what they work on. */
export interface BoundKeys {
  find(matches: (key: Key<never>) => boolean): ((pressed: string) => unknown) | undefined
}

export function bound<Target>(keys: Key<Target>[], target: Target): BoundKeys {
  return {
    find: (matches) => {
      const run = keys.find((key) => matches(key as Key<never>))?.run
      return run && ((pressed) => run(target, pressed))
    }
  }
}

export function runKey(event: KeyboardEvent, app: WeekwiseState): void {
  if (event.defaultPrevented || event.altKey || app.dialog !== null || app.problem !== null) return
  const wantsCommand = event.ctrlKey || event.metaKey
  const typing =
    event.target instanceof Element &&
    event.target.closest(
      'input, textarea, select, dialog, [contenteditable], [role="menu"], [role="listbox"]'
    )
  if (typing && (!wantsCommand || event.key.toLowerCase() === 'z')) return

  const pressed = event.key.toLowerCase()
  if (app.going && !wantsCommand) {
    app.going = false
    const screen = SCREENS.find(({ key }) => key === pressed)
    if (screen) {
      event.preventDefault()
      return app.go(screen.id, { focus: true })
    }
  }
  const matches = ({ key, command = false, shift }: Key<never>) =>
    (key === pressed || (Array.isArray(key) && key.includes(pressed))) &&
    command === wantsCommand &&
    (!command || (shift ?? false) === event.shiftKey)
  const run = app.screenKeys?.find(matches) ?? bound(KEYS, app).find(matches)
  if (!run) return
  event.preventDefault()
  run(pressed)
}
