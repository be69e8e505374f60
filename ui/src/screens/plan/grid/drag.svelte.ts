import type { Hours } from '../../../marks/week/hours'
import type { Misfit } from '../fits'
import type { NamedBlock } from '../named-blocks'
import type { Planning } from '../plan.svelte'
import { drawnBetween, movedTo, resizedTo, sameSlot, type Slot } from '../slots'

/** A block on its way: where it would be, and what is wrong there. */
export interface Draft {
  /** null: a new one is drawn. */
  id: string | null
  slot: Slot
  misfit: Misfit | null
}

type Grip =
  | { block: NamedBlock; part: 'whole' | 'start' | 'end'; offset: number }
  | { block: null; at: number; day: string }

/** So far the pointer goes before a press is a drag. */
const STARTS_AT = 4
/** So near to the edge the grid scrolls along. */
const EDGE = 28
/** So long a block is held at the side before the week turns. */
const HELD = 600
/** So long a block rests somewhere before the engine is asked what it would take. */
const RESTS = 200

/** Moving, resizing and drawing blocks with the pointer. */
export class Dragging {
  draft = $state.raw<Draft | null>(null)
  /** The pointer is at a side, where the plan goes on in another week. */
  turning = $state<-1 | 0 | 1>(0)
  #turn: ReturnType<typeof setTimeout> | undefined
  #rest: ReturnType<typeof setTimeout> | undefined
  #grip: Grip | null = null
  #from = { x: 0, y: 0 }
  #planning: Planning
  #hours: () => Hours
  #element: HTMLElement | null = null

  constructor(planning: Planning, hours: () => Hours) {
    this.#planning = planning
    this.#hours = hours
  }

  down(event: PointerEvent & { currentTarget: HTMLElement }): void {
    if (event.button !== 0 || !(event.target instanceof Element)) return
    this.#element = event.currentTarget
    const at = this.#at(event)
    if (!at) return
    const id = event.target.closest<HTMLElement>('[data-block]')?.dataset.block
    const block = id === undefined ? undefined : this.#planning.blocks.find((one) => one.id === id)
    if (block) {
      const edge = event.target.closest<HTMLElement>('[data-edge]')?.dataset.edge
      const part = edge === 'start' || edge === 'end' ? edge : 'whole'
      this.#grip = { block, part, offset: at.minute - block.slot.start }
    } else {
      const onEvent = event.target.closest('button') && !event.target.closest('[data-stop^="gap "]')
      this.#grip = onEvent ? null : { block: null, at: at.minute, day: at.day }
    }
    this.#from = { x: event.clientX, y: event.clientY }
  }

  moved(event: PointerEvent): void {
    const grip = this.#grip
    if (!grip || !this.#element) return
    const far = Math.hypot(event.clientX - this.#from.x, event.clientY - this.#from.y) >= STARTS_AT
    if (!this.draft && !far) return
    if (!this.draft) this.#element.setPointerCapture(event.pointerId)
    event.preventDefault()
    this.#scrollAlong(event)
    if (grip.block && grip.part === 'whole') this.#turnAlong(event)
    this.#follow(grip, event)
  }

  #follow(grip: Grip, event: PointerEvent): void {
    const at = this.#at(event)
    if (!at) return
    const slot = slotFor(grip, at)
    if (this.draft && sameSlot(this.draft.slot, slot)) return
    const draft = (this.draft = {
      id: grip.block?.id ?? null,
      slot,
      misfit: this.#planning.misfit(slot, grip.block?.id ?? null)
    })
    clearTimeout(this.#rest)
    if (!draft.misfit?.barred) this.#rest = setTimeout(() => void this.#ask(draft, grip.block), RESTS)
  }

  /** What the window cannot know: whether what lies there can give way, and where to. */
  async #ask(draft: Draft, block: NamedBlock | null): Promise<void> {
    const misfit = await this.#planning.tried(draft.slot, block).catch(() => null)
    if (misfit && this.draft === draft) this.draft = { ...draft, misfit }
  }

  /** True where it was a drag, and so is no click. */
  up(): boolean {
    const [grip, draft] = [this.#grip, this.draft]
    this.#release()
    if (!grip || !draft) return false
    const { slot, misfit } = draft
    if (misfit?.barred)
      this.#planning.refuse(`Left as it was: ${misfit.text}`, grip.block?.slot ?? slot, slot)
    else if (grip.block)
      this.#planning.edits.move(grip.block.id, slot, grip.part === 'whole' ? 'Move block' : 'Resize block')
    else this.#planning.edits.add(slot)
    return true
  }

  /** Everything stays where it was. */
  cancel(): boolean {
    const was = this.draft !== null
    this.#release()
    return was
  }

  /** At the side of the grid the week turns, and the block goes with the pointer. */
  #turnAlong(event: PointerEvent): void {
    const box = this.#element?.getBoundingClientRect()
    const side = !box
      ? 0
      : event.clientX < box.left + EDGE
        ? -1
        : event.clientX > box.right - EDGE / 2
          ? 1
          : 0
    const turning = this.#planning.beside(side) ? side : 0
    if (turning === this.turning) return
    this.turning = turning
    clearTimeout(this.#turn)
    const week = this.#planning.beside(turning)
    if (!week) return
    this.#turn = setTimeout(() => {
      void this.#planning.show(week).then(() => {
        this.turning = 0
        const grip = this.#grip
        if (grip) this.#follow(grip, event)
      })
    }, HELD)
  }

  #release(): void {
    clearTimeout(this.#turn)
    clearTimeout(this.#rest)
    this.turning = 0
    this.#grip = null
    this.draft = null
  }

  /** The day and the minute under the pointer; beside the days it is the nearest one. */
  #at({ clientX, clientY }: PointerEvent): { day: string; minute: number } | null {
    const columns = [...(this.#element?.querySelectorAll<HTMLElement>('[data-day]') ?? [])]
    const off = (column: HTMLElement) => {
      const { left, right } = column.getBoundingClientRect()
      return clientX < left ? left - clientX : Math.max(0, clientX - right)
    }
    const column = columns.toSorted((a, b) => off(a) - off(b))[0]
    if (!column?.dataset.day) return null
    const { top, height } = column.getBoundingClientRect()
    const { from, to } = this.#hours()
    const share = Math.min(1, Math.max(0, (clientY - top) / height))
    return { day: column.dataset.day, minute: (from + share * (to - from)) * 60 }
  }

  #scrollAlong({ clientY }: PointerEvent): void {
    const grid = this.#element?.querySelector('.grid')
    if (!grid) return
    const { top, bottom } = grid.getBoundingClientRect()
    if (clientY < top + EDGE + 36) grid.scrollTop -= 8
    if (clientY > bottom - EDGE) grid.scrollTop += 8
  }
}

function slotFor(grip: Grip, at: { day: string; minute: number }): Slot {
  if (!grip.block) return drawnBetween(grip.day, grip.at, at.minute)
  if (grip.part === 'whole') return movedTo(grip.block.slot, at.day, at.minute - grip.offset)
  return resizedTo(grip.block.slot, grip.part, at.minute)
}
