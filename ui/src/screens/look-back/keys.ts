import type { Key } from '../../frame/keys'
import type { LookingBack } from './look-back.svelte'

export const KEYS: Key<LookingBack>[] = [
  { keys: ['M'], does: 'Look back on a month', key: 'm', run: (back) => back.lengthen('month') },
  { keys: ['Q'], does: 'On a quarter', key: 'q', run: (back) => back.lengthen('quarter') },
  { keys: ['Y'], does: 'On a year', key: 'y', run: (back) => back.lengthen('year') },
  { keys: ['J'], does: 'The period after', key: 'j', run: (back) => back.step(1) },
  { keys: ['K'], does: 'The period before', key: 'k', run: (back) => back.step(-1) },
  { keys: ['Space'], does: 'Show or hide a title' },
  { keys: ['Enter'], does: 'Open the events behind a figure' },
  { keys: ['Esc'], does: 'Close the panel', key: 'escape', run: (back) => back.panels.close() }
]
