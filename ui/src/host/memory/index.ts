import type { Host } from '../host'
import { libraryOf, opening } from './library'
import { searchOf } from './search'
import { sourcesOf } from './sources'
import { weekOf } from './week'
import { World } from './world'

/** `?state=`: empty (nothing open), demo, mine (an import), error (importing fails), loading (it never ends). */
export function memoryHost(query = new URLSearchParams(globalThis.location?.search)): Host {
  const state = query.get('state') ?? 'demo'
  const world = new World(opening(state), state)
  return {
    ...libraryOf(world),
    ...weekOf(world),
    ...searchOf(),
    ...sourcesOf(world),
    listen: (told) => world.listen(told)
  }
}
