export interface Toast {
  id: number
  text: string
  /** What can be done about it right here. */
  action?: { label: string; run: () => unknown }
}

/** Long enough to read it, notice it was wrong, and reach the button. */
const STAYS = 8000
const MOST = 3

/** Short news that need no answer: the latest three, each for a while. */
export class Toasts {
  list = $state.raw<Toast[]>([])
  #next = 1
  #timers: Record<number, ReturnType<typeof setTimeout>> = {}
  #held = false

  show(text: string, action?: Toast['action']): void {
    const toast: Toast = { id: this.#next++, text, ...(action ? { action } : {}) }
    const kept = this.list.filter((one) => one.text !== text)
    this.list = [...kept, toast].slice(-MOST)
    if (!this.#held) this.#count(toast.id)
  }

  close(id: number): void {
    this.#stop(id)
    this.list = this.list.filter((toast) => toast.id !== id)
  }

  clear(): void {
    this.list.forEach(({ id }) => this.#stop(id))
    this.list = []
  }

  /** None goes away while the pointer or the focus is on them. */
  hold(): void {
    this.#held = true
    this.list.forEach(({ id }) => this.#stop(id))
  }

  release(): void {
    this.#held = false
    this.list.forEach(({ id }) => this.#count(id))
  }

  #count(id: number): void {
    this.#stop(id)
    this.#timers[id] = setTimeout(() => this.close(id), STAYS)
  }

  #stop(id: number): void {
    clearTimeout(this.#timers[id])
    delete this.#timers[id]
  }
}
