import type { Host } from '../host'
import { choicesOf } from './choices'
import { figuresOf } from './figures'
import { lensesOf } from './lenses'
import { libraryOf, opening } from './library'
import { lengthened } from './long'
import { planOf } from './plan'
import { questionsOf } from './questions'
import { correctOf } from './correct'
import { reviewsOf } from './reviews'
import { rulesOf } from './rules'
import { marksOf } from './marks'
import { meetingsOf } from './meetings'
import { papersOf } from './papers'
import { peopleOf } from './people'
import { searchOf } from './search'
import { sourcesOf } from './sources'
import { trendsOf } from './trends'
import { veiled } from './veil'
import { weekOf } from './week'
import { World } from './world'

/**
 * `?state=`: empty (nothing open), demo, mine (an import), trouble (its file is damaged), error (importing fails),
 * loading (it never ends), days (all that is done to a day), crowded (many events at once). `?words=long`: titles and
 * names of eighty letters.
 */
export function memoryHost(query = new URLSearchParams(globalThis.location?.search)): Host {
  const state = query.get('state') ?? 'demo'
  const world = new World(opening(state), state)
  if (world.library.stored && world.library.files.length > 0) world.act('Import work.ics', () => undefined)
  const host: Host = {
    ...libraryOf(world),
    ...choicesOf(world),
    ...weekOf(world),
    ...searchOf(world),
    ...sourcesOf(world),
    ...questionsOf(world),
    ...correctOf(world),
    ...reviewsOf(world),
    ...rulesOf(world),
    ...trendsOf(world),
    ...meetingsOf(world),
    ...figuresOf(world),
    ...lensesOf(world),
    ...peopleOf(world),
    ...marksOf(world),
    ...planOf(world),
    ...papersOf(world),
    listen: (told) => world.listen(told)
  }
  const told = veiled(host, world)
  return query.get('words') === 'long' ? lengthened(told) : told
}
