/** Work shorter than this shows no progress: a flash would only disturb. */
const PATIENCE = 250

/** An import that is going on: what is read, and how far it is. */
export class Reading {
  /** Names of the files, once it takes a while. */
  files = $state.raw<string[] | null>(null)
  /** Part of the bytes read, 0–1; null where nobody said yet. */
  part = $state<number | null>(null)
  cancelling = $state(false)
  #timer: ReturnType<typeof setTimeout> | undefined

  start(names: string[], shown: () => void, patience = PATIENCE): void {
    clearTimeout(this.#timer)
    this.part = null
    this.cancelling = false
    const show = () => {
      this.files = names
      shown()
    }
    if (patience === 0) show()
    else this.#timer = setTimeout(show, patience)
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
