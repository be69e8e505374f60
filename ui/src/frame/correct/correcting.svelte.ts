import { CATEGORIES } from '../../domain/category'
import type { Category, CorrectionPreview, CorrectionRequest, Kind, Scope } from '../../host/types'
import type { WeekwiseState } from '../state.svelte'

/** What a correction is asked about. */
export interface Subject {
  uid: string
  recurrence_id: string | null
  /** What it is now. */
  category: Category
  runner_up: Category | null
  /** How far an answer had best reach. */
  scope: Scope
  /** A single event has no series. */
  recurring: boolean
}

const PAUSE = 400

/** One event being corrected: how far, and what each answer would change, known before any is given. */
export class Correcting {
  readonly subject: Subject
  scope = $state<Scope>('series')
  previews = $state.raw<Partial<Record<Category, CorrectionPreview>>>({})
  saving = $state(false)
  readonly scopes: Scope[]
  #app: WeekwiseState
  #asked = 0

  constructor(app: WeekwiseState, subject: Subject) {
    this.#app = app
    this.subject = subject
    this.scopes = subject.recurring ? ['occurrence', 'series', 'alike'] : ['occurrence', 'alike']
    this.scope = this.scopes.includes(subject.scope) ? subject.scope : 'occurrence'
  }

  setScope(scope: Scope): void {
    this.scope = scope
    void this.look()
  }

  nextScope(): void {
    const next = (this.scopes.indexOf(this.scope) + 1) % this.scopes.length
    this.setScope(this.scopes[next] ?? this.scope)
  }

  /** Asks what each answer would change, the likeliest first, one at a time; a later question ends it. */
  async look(): Promise<void> {
    const asked = ++this.#asked
    this.previews = {}
    const { category, runner_up } = this.subject
    const likely = runner_up ? [category, runner_up] : [category]
    for (const [place, answer] of [
      ...likely,
      ...CATEGORIES.filter((one) => !likely.includes(one))
    ].entries()) {
      // The unlikely ones wait until the event has been looked at for a moment: most are answered before.
      if (place === likely.length) await new Promise((resolve) => setTimeout(resolve, PAUSE))
      if (asked !== this.#asked) return
      // An answer that cannot be previewed can still be given; saying so would only be in the way.
      const preview = await this.#app.host.previewCorrection(this.#request(answer)).catch(() => null)
      if (asked !== this.#asked) return
      if (preview) this.previews = { ...this.previews, [answer]: preview }
    }
  }

  stop(): void {
    this.#asked += 1
  }

  /** Saves an answer; `saved` is called before the window asks anew. */
  decide(category: Category, saved?: () => unknown, kind: Kind | null = null): Promise<boolean> {
    return this.#save(this.#request(category, this.scope, kind), saved)
  }

  /** Takes back what was said of it before. */
  takeBack(scope: Scope): Promise<boolean> {
    return this.#save(this.#request(null, scope))
  }

  async #save(request: CorrectionRequest, saved?: () => unknown): Promise<boolean> {
    if (this.saving) return false
    this.saving = true
    this.stop()
    const done = await this.#app.change(async () => {
      const library = await this.#app.host.correct(request)
      saved?.()
      return library
    })
    this.saving = false
    return done
  }

  #request(category: Category | null, scope = this.scope, kind: Kind | null = null): CorrectionRequest {
    const { uid, recurrence_id } = this.subject
    return { uid, recurrence_id: scope === 'occurrence' ? recurrence_id : null, scope, category, kind }
  }
}
