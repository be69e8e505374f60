import type { DayEffect, EventView, Scope } from '../../host/types'
import type { WeekwiseState } from '../state.svelte'

/** What an event does to the day, being corrected: how far the answer reaches, and the answer. */
export class DayCorrecting {
  scope = $state<Scope>('occurrence')
  saving = $state(false)
  readonly scopes: Scope[]
  readonly #app: WeekwiseState
  readonly #event: EventView

  constructor(app: WeekwiseState, event: EventView) {
    this.#app = app
    this.#event = event
    this.scopes = event.recurring ? ['occurrence', 'series', 'alike'] : ['occurrence', 'alike']
    this.scope = event.recurring ? 'series' : 'occurrence'
  }

  setScope(scope: Scope): void {
    this.scope = scope
  }

  /** Saves the answer; null takes back what was said of this scope. */
  async decide(effect: DayEffect | null, scope = this.scope): Promise<void> {
    if (this.saving) return
    this.saving = true
    const { uid, recurrence_id } = this.#event.row
    const which = scope === 'occurrence' ? recurrence_id : null
    await this.#app.change(() => this.#app.host.correctDay({ uid, recurrence_id: which, scope, effect }))
    this.saving = false
  }
}
