import type { Key } from '../../frame/keys'
import type { Evidence } from './evidence.svelte'

export const KEYS: Key<Evidence>[] = [
  { keys: ['Space'], does: 'Show or hide a title' },
  { keys: ['Enter'], does: 'Open the events behind a figure' },
  { keys: ['Esc'], does: 'Close the panel', key: 'escape', run: (evidence) => evidence.panels.close() }
]
