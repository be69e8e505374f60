import type { News, Problem } from '../host'
import type { Library } from '../types'

/** What the fixture-fed host remembers, with a way back: each change keeps what was before it. */
export class World {
  library: Library
  /** `?state=`: what a test or a picture wants to see. */
  readonly state: string
  #parts = new Map<string, unknown>()
  #done: Moment[] = []
  #undone: Moment[] = []
  #listeners = new Set<(news: News) => void>()

  constructor(library: Library, state: string) {
    this.library = library
    this.state = state
  }

  /** One area's own part of the world, made when it is first asked for. */
  part<T>(area: string, make: () => T): T {
    if (!this.#parts.has(area)) this.#parts.set(area, structuredClone(make()))
    return this.#parts.get(area) as T
  }

  /** Does something that can be undone; the label says what, as the engine does. */
  act(label: string, change: () => void): Library {
    const before = this.#moment(label)
    change()
    this.#done.push(before)
    this.#undone = []
    return this.#told()
  }

  /** As `act`, for what is said about events: kept in a library, tried out on the demo. */
  say(label: string, change: () => void): Library {
    if ((!this.library.stored && !this.library.demo) || this.library.files.length === 0) throw NOT_KEPT
    return this.act(label, change)
  }

  /** As `say`, for what needs a library but nothing in it. */
  keep(label: string, change: () => void): Library {
    if (!this.library.stored) throw NOT_KEPT
    return this.act(label, change)
  }

  undo(): Library {
    return this.#step(this.#done, this.#undone)
  }

  redo(): Library {
    return this.#step(this.#undone, this.#done)
  }

  forget(library: Library): Library {
    this.#done = []
    this.#undone = []
    this.#parts.clear()
    return (this.library = library)
  }

  /** Labels of what can be undone, the latest first. */
  history(): { label: string; at: string }[] {
    return this.#done.map(actionOf).reverse()
  }

  listen(told: (news: News) => void): () => void {
    this.#listeners.add(told)
    return () => this.#listeners.delete(told)
  }

  tell(news: News): void {
    this.#listeners.forEach((told) => told(news))
  }

  #step(from: Moment[], to: Moment[]): Library {
    const back = from.pop()
    if (!back) return this.library
    to.push(this.#moment(back.label))
    // Hiding titles is no step that can be taken back.
    this.library = { ...back.library, hides_titles: this.library.hides_titles }
    this.#parts = back.parts
    return this.#told()
  }

  #moment(label: string): Moment {
    return { label, library: this.library, parts: structuredClone(this.#parts) }
  }

  #told(): Library {
    const [undo, redo] = [this.#done.at(-1), this.#undone.at(-1)]
    this.library = {
      ...this.library,
      undo: undo ? actionOf(undo) : null,
      redo: redo ? actionOf(redo) : null
    }
    return this.library
  }
}

const NOT_KEPT: Problem = {
  code: 'not_kept',
  message: 'This is not kept, because what is open is not in the library; import a calendar of yours first.',
  diagnostics: []
}

interface Moment {
  label: string
  library: Library
  parts: Map<string, unknown>
}

const actionOf = ({ label }: Moment) => ({ label, at: '2026-11-12T10:20:00' })
