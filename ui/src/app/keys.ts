import type { WeekwiseState } from './state.svelte'

interface Key {
  keys: string[]
  does: string
  /** `KeyboardEvent.key` in lower case; none for keys a component handles itself. */
  key?: string
  command?: boolean
  run?: (state: WeekwiseState) => unknown
}

/** Every key of the window: the help dialog lists what this table does. */
export const KEYS: Key[] = [
  { keys: ['T'], does: 'This week', key: 't', run: (state) => state.showToday() },
  { keys: ['J'], does: 'Next week', key: 'j', run: (state) => state.showNext() },
  { keys: ['K'], does: 'Previous week', key: 'k', run: (state) => state.showPrevious() },
  { keys: ['←', '↑', '→', '↓'], does: 'Move among days, events and gaps' },
  { keys: ['Enter'], does: 'Open what is selected' },
  { keys: ['E'], does: 'Explain the selected event', key: 'e', run: (state) => state.explainSelected() },
  { keys: ['Esc'], does: 'Close the panel', key: 'escape', run: (state) => state.close() },
  {
    keys: ['Ctrl', 'O'],
    does: 'Import a calendar',
    key: 'o',
    command: true,
    run: (state) => state.chooseFiles()
  },
  { keys: ['?'], does: 'Show these keys', key: '?', run: (state) => (state.dialog = 'help') }
]

export function runKey(event: KeyboardEvent, state: WeekwiseState): void {
  if (event.defaultPrevented || event.altKey || state.dialog !== null || state.problem !== null) return
  const command = event.ctrlKey || event.metaKey
  const typing =
    event.target instanceof Element && event.target.closest('input, textarea, select, [role="menu"]')
  const found = KEYS.find(
    ({ key, command: wants = false }) => key === event.key.toLowerCase() && wants === command
  )
  if (!found?.run || (typing && !command)) return
  event.preventDefault()
  found.run(state)
}
