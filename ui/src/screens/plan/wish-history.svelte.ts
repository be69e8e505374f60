import type { PlanWishes } from '../../host/types'
import { FIRST_WISHES } from './wishes'

interface Edit {
  label: string
  wishes: PlanWishes
}

/** How many edits can be taken back. */
const KEPT = 200

/** The wishes as they are, as they were before each edit, and as they were before it was undone. */
export class WishHistory {
  wishes = $state.raw<PlanWishes>(FIRST_WISHES)
  #past = $state.raw<Edit[]>([])
  #future = $state.raw<Edit[]>([])

  readonly undoable = $derived(this.#past.at(-1)?.label ?? null)
  readonly redoable = $derived(this.#future.at(-1)?.label ?? null)

  /** What was remembered, in the place of everything. */
  take(wishes: PlanWishes): void {
    if (JSON.stringify(wishes) === JSON.stringify(this.wishes)) return
    this.wishes = wishes
    this.#past = []
    this.#future = []
  }

  /** `running`: one edit with the one before it, where that has the same name. */
  edit(label: string, change: Partial<PlanWishes>, running: boolean): void {
    const goesOn = running && this.undoable === label
    if (!goesOn) this.#past = [...this.#past, { label, wishes: this.wishes }].slice(-KEPT)
    this.#future = []
    this.wishes = { ...this.wishes, ...change }
  }

  /** The name of the edit that was undone; null when there is none. */
  undo(): string | null {
    const edit = this.#past.at(-1)
    if (!edit) return null
    this.#past = this.#past.slice(0, -1)
    this.#future = [...this.#future, { label: edit.label, wishes: this.wishes }]
    this.wishes = edit.wishes
    return edit.label
  }

  /** The name of the edit that was done again; null when there is none. */
  redo(): string | null {
    const edit = this.#future.at(-1)
    if (!edit) return null
    this.#future = this.#future.slice(0, -1)
    this.#past = [...this.#past, { label: edit.label, wishes: this.wishes }]
    this.wishes = edit.wishes
    return edit.label
  }
}
