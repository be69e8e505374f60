import { problemOf, type Problem } from '../host'

/** What the engine answered last, whether a newer answer is on the way, and what went wrong with it. */
export class Answer<T> {
  value = $state.raw<T | null>(null)
  problem = $state.raw<Problem | null>(null)
  waiting = $state(false)
  #asked = 0

  /** What is on the way is not wanted any more. */
  stop(): void {
    this.#asked += 1
    this.waiting = false
  }

  /** Asks; what was known stays until the new answer is there. An answer that was overtaken by a later question is void. */
  async ask(question: () => Promise<T>): Promise<T | null> {
    const asked = ++this.#asked
    this.waiting = true
    try {
      const value = await question()
      if (asked !== this.#asked) return null
      this.value = value
      this.problem = null
      return value
    } catch (thrown) {
      if (asked === this.#asked) this.problem = problemOf(thrown)
      return null
    } finally {
      if (asked === this.#asked) this.waiting = false
    }
  }
}
