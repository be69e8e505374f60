import type { Key } from '../../frame/keys'
import { moveRow } from './move'
import type { Meetings } from './meetings.svelte'

export const KEYS: Key<Meetings>[] = [
  { keys: ['J'], does: 'Next series', key: 'j', run: () => moveRow(1) },
  { keys: ['K'], does: 'Previous series', key: 'k', run: () => moveRow(-1) },
  { keys: ['Enter'], does: 'Open the series' },
  { keys: ['F'], does: 'Find a series', key: 'f', run: (meetings) => meetings.find() },
  {
    keys: ['P'],
    does: 'Period, calendars and targets',
    key: 'p',
    run: (meetings) => (meetings.asked += 1)
  },
  { keys: ['Esc'], does: 'Close the panel', key: 'escape', run: (meetings) => meetings.panels.close() }
]
