/** Work shorter than this shows no progress: a flash would only disturb. */
const PATIENCE = 400

/** An import that is going on: what is read, and how far it is. */
export class Reading {
  /** Names of the files, once it takes a while. */
  files = $state.raw<string[] | null>(null)
  /** Part of the bytes read, 0–1; null where nobody said yet. */
  part = $state<number | null>(null)
  cancelling = $state(false)
  #timer: ReturnType<typeof setTimeout> | undefined

  start(names: string[], shown: () => void): void {
    clearTimeout(this.#timer)
    this.part = null
    this.cancelling = false
    this.#timer = setTimeout(() => {
      this.files = names
      shown()
    }, PATIENCE)
  }

  reach(read: number, total: number): void {
    this.part = total > 0 ? Math.min(1, read / total) : null
  }

  stop(): void {
    clearTimeout(this.#timer)
    this.files = null
    this.part = null
    this.cancelling = false
  }
}
