import { Answer } from '../../frame/answer.svelte'
import { Correcting } from '../../frame/correct/correcting.svelte'
import type { WeekwiseState } from '../../frame/state.svelte'
import type { Category, Kind, QueueItem, ReviewQueue } from '../../host/types'

export const keyOf = ({ uid, recurrence_id, scope }: QueueItem) =>
  scope === 'occurrence' ? `${uid} ${recurrence_id}` : uid

/** The questions, the one in focus, and how answering goes on to the next by itself. */
export class Review {
  readonly queue = new Answer<ReviewQueue>()
  /** How many were answered since the window opened. */
  answered = $state(0)
  /** Answered, but the queue on the screen is from before. */
  #gone = $state.raw<string[]>([])
  #focus = $state<string | null>(null)
  #confirmed: string[] = []
  #last: string | null = null
  #app: WeekwiseState

  readonly items = $derived(
    (this.queue.value?.items ?? []).filter((item) => !this.#gone.includes(keyOf(item)))
  )
  readonly current = $derived(this.items.find((item) => keyOf(item) === this.#focus) ?? this.items[0] ?? null)
  readonly correcting = $derived(this.current && this.#correctingOf(this.current))

  constructor(app: WeekwiseState) {
    this.#app = app
  }

  load = async (): Promise<void> => {
    const confirmed = this.#confirmed
    this.#confirmed = []
    const queue = await this.queue.ask(() => this.#app.host.reviewQueue())
    if (!queue) {
      this.#confirmed = [...confirmed, ...this.#confirmed]
      return
    }
    this.#gone = this.#gone.filter((key) => !confirmed.includes(key))
    this.#app.badges = { ...this.#app.badges, review: queue.items.length }
    // The last answer was taken back: its question is asked again.
    if (this.#last && this.items.some((item) => keyOf(item) === this.#last)) {
      this.#focus = this.#last
      this.#last = null
      this.answered = Math.max(0, this.answered - 1)
    }
  }

  look(item: QueueItem): void {
    this.#focus = keyOf(item)
  }

  step(by: 1 | -1): void {
    const next = this.items[this.#place() + by]
    if (next) this.look(next)
  }

  async decide(category: Category, kind: Kind | null = null): Promise<void> {
    const [item, correcting] = [this.current, this.correcting]
    if (!item || !correcting || correcting.saving) return
    const key = keyOf(item)
    const next = this.items[this.#place() + 1] ?? this.items[this.#place() - 1]
    const saved = correcting.decide(category, () => this.#confirmed.push(key), kind)
    this.#gone = [...this.#gone, key]
    this.#focus = next ? keyOf(next) : null
    this.#last = null
    if (await saved) {
      this.#last = key
      this.answered += 1
    } else {
      this.#gone = this.#gone.filter((one) => one !== key)
      this.#focus = key
    }
  }

  confirm(): void {
    if (this.current) void this.decide(this.current.category)
  }

  #place(): number {
    return this.current ? this.items.indexOf(this.current) : -1
  }

  #correctingOf({ uid, recurrence_id, category, runner_up, scope, count }: QueueItem): Correcting {
    const recurring = scope === 'series' || count > 1
    return new Correcting(this.#app, {
      uid,
      recurrence_id,
      category,
      runner_up: runner_up?.category ?? null,
      scope,
      recurring
    })
  }
}
