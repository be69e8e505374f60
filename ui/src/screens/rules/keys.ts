import type { Key } from '../../frame/keys'
import type { Rules } from './rules.svelte'

export const KEYS: Key<Rules>[] = [
  { keys: ['N'], does: 'New rule', key: 'n', run: (rules) => rules.add() },
  { keys: ['Alt', '↑'], does: 'Ask the rule in focus earlier' },
  { keys: ['Alt', '↓'], does: 'Ask the rule in focus later' },
  { keys: ['Esc'], does: 'Close the panel', key: 'escape', run: (rules) => rules.close() }
]
