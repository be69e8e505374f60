import { bound, COMMAND, type Key } from '../frame/keys'
import { SCREENS } from '../frame/screens'
import { nextPart } from './parts'
import type { WeekwiseState } from '../frame/state.svelte'

/** The keys that work on every screen. */
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
  { keys: ['F6'], does: 'To the next part of the window; with Shift to the one before' },
  { keys: ['?'], does: 'Show these keys', key: '?', run: (app) => (app.dialog = 'help') }
]

function command(key: string, does: string, run: (app: WeekwiseState) => unknown): Key<WeekwiseState> {
  return { keys: [COMMAND, key], does, key: key.toLowerCase(), command: true, run }
}

export function runKey(event: KeyboardEvent, app: WeekwiseState): void {
  if (event.defaultPrevented || event.altKey || app.dialog !== null || app.problem !== null) return
  if (event.key === 'F6' && !event.ctrlKey && !event.metaKey) {
    event.preventDefault()
    return nextPart(event.shiftKey)
  }
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
  const matches = ({ key, command = false, shift, once = false }: Key<never>) =>
    !(once && event.repeat) &&
    (key === pressed || (Array.isArray(key) && key.includes(pressed))) &&
    command === wantsCommand &&
    (!command || (shift ?? false) === event.shiftKey)
  const run = app.screenKeys?.find(matches) ?? bound(KEYS, app).find(matches)
  if (!run) return
  event.preventDefault()
  run(pressed)
}
