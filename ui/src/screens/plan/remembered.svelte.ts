import type { WeekwiseState } from '../../frame/state.svelte'
import { problemOf } from '../../host'
import type { PlanWishes } from '../../host/types'

/** How the library calls what was done to the plan. */
const PLAN = 'Plan: '

/** The plan's wishes in the library: each edit is an act of its own there, to be taken back after a restart too. */
export class Remembered {
  /** The edit that is not on the disk yet: edits that run on are one. */
  #pending = $state.raw<{ label: string; wishes: PlanWishes } | null>(null)
  #writing: Promise<void> = Promise.resolve()
  #app: WeekwiseState

  /** The demo, and a file that is only looked at, are not for keeping. */
  readonly isKept = $derived.by(() => {
    const { library } = this.#app
    return library !== null && library.stored && library.files.length > 0
  })
  readonly undoable = $derived.by(() => this.#pending?.label ?? own(this.#app.library?.undo?.label))
  readonly redoable = $derived.by(() => (this.#pending ? null : own(this.#app.library?.redo?.label)))

  constructor(app: WeekwiseState) {
    this.#app = app
  }

  note(label: string, wishes: PlanWishes): void {
    if (!this.isKept) return
    if (this.#pending && this.#pending.label !== label) void this.write()
    this.#pending = { label, wishes }
  }

  /** Writes what is not written yet; acts stay in order. */
  write(): Promise<void> {
    const pending = this.#pending
    this.#pending = null
    if (pending) this.#writing = this.#writing.then(() => this.#save(pending))
    return this.#writing
  }

  /** What was planned with last; null where nothing is kept. */
  async read(): Promise<PlanWishes | null> {
    if (!this.isKept) return null
    await this.write()
    return this.#app.host.planWishes()
  }

  async #save({ label, wishes }: { label: string; wishes: PlanWishes }): Promise<void> {
    try {
      this.#app.library = await this.#app.host.savePlan(wishes, label)
    } catch (thrown) {
      this.#app.toasts.show(`The plan was not remembered. ${problemOf(thrown).message}`)
    }
  }
}

function own(label: string | undefined): string | null {
  return label?.startsWith(PLAN) ? label.slice(PLAN.length) : null
}
