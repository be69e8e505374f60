import type { Key } from '../../frame/keys'
import type { Sources } from './sources.svelte'

export const KEYS: Key<Sources>[] = [
  { keys: ['Esc'], does: 'Close the panel', key: 'escape', run: (sources) => sources.close() }
]
