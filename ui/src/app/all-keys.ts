import { SCREENS } from '../frame/screens'
import type { Key } from '../frame/keys'
import { KEYS } from './keys'

// Each screen says its keys in a `keys.ts` of its own.
const TABLES = import.meta.glob<Key<never>[]>('../screens/*/keys.ts', { eager: true, import: 'KEYS' })

interface Group {
  title: string
  keys: { keys: string[]; does: string }[]
}

/** Every key there is, the shown screen's first. */
export function allKeys(shown: string): Group[] {
  const screens = SCREENS.map(({ id, label }) => ({
    id,
    title: label,
    // Keys without words stand behind one that names them all.
    keys: (TABLES[`../screens/${id}/keys.ts`] ?? []).filter(({ keys }) => keys.length > 0)
  })).filter(({ keys }) => keys.length > 0)
  const go = SCREENS.map(({ key, label }) => ({ keys: ['G', key.toUpperCase()], does: `Go to ${label}` }))
  return [
    ...screens.filter(({ id }) => id === shown),
    { title: 'Everywhere', keys: KEYS.filter(({ key }) => key !== 'g') },
    { title: 'Screens', keys: go },
    ...screens.filter(({ id }) => id !== shown)
  ]
}
