import type { Key } from '../../frame/keys'
import type { People } from './people.svelte'

export const KEYS: Key<People>[] = [
  { keys: ['Tab'], does: 'Move among people and teams' },
  { keys: ['Enter'], does: 'Open what is behind a row' },
  { keys: ['P'], does: 'Period and calendars', key: 'p', run: (people) => (people.asked += 1) },
  { keys: ['Esc'], does: 'Close the panel', key: 'escape', run: (people) => people.panels.close() }
]
