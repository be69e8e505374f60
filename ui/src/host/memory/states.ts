import type { World } from './world'

/** `?state=slow` never answers, `?state=broken` fails: for the screens that ask for something of their own. */
export function answered<T>(world: World, answer: () => Promise<T>): Promise<T> {
  if (world.state === 'slow') return new Promise(() => undefined)
  if (world.state === 'broken')
    return Promise.reject({
      code: 'internal',
      message: 'The answer could not be worked out.',
      diagnostics: []
    })
  return answer()
}
