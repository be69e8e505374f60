import { tick } from 'svelte'
import type { Toasts } from '../../frame/toasts.svelte'
import { longDay } from '../../domain/format'
import type { PlanSlot } from '../../host/types'
import { misfit, nextPlace, spokenSlot } from './fits'
import type { NamedBlock } from './named-blocks'
import type { Planning } from './plan.svelte'
import { overlap, planSlotOf, resizedTo, sameSlot, without, type Slot } from './slots'

type Way = Parameters<typeof nextPlace>[1]

const WHERE: Record<Way, string> = {
  earlier: 'earlier on this day',
  later: 'later on this day',
  'day-before': 'on a day before',
  'day-after': 'on a day after'
}

/** The weeks a way leads on by. */
const WEEKS: Record<Way, -1 | 0 | 1> = { earlier: 0, later: 0, 'day-before': -1, 'day-after': 1 }

/** What the user does to single blocks; each is one edit of the wishes, and is said. */
export class BlockEdits {
  #planning: Planning
  #toasts: Toasts

  constructor(planning: Planning, toasts: Toasts) {
    this.#planning = planning
    this.#toasts = toasts
  }

  move(id: string, to: Slot, label = 'Move block', running = false): void {
    const block = this.#blockOf(id)
    if (!block || block.origin === 'kept' || sameSlot(block.slot, to)) return
    const added = this.#planning.said.added.some((slot) => sameSlot(slot, block.slot))
    const held = (slots: Slot[], is: boolean) => [
      ...slots.filter((slot) => !sameSlot(slot, block.slot)),
      ...(is ? [to] : [])
    ]
    const left = block.origin === 'new' ? without(block.slot, to) : []
    this.#planning.names.move(block, to)
    this.#planning.edit(
      label,
      {
        added: this.#slots(held(this.#planning.said.added, added)),
        locked: this.#slots(held(this.#planning.said.locked, !added)),
        dismissed: this.#slots([...this.#freed(to), ...left])
      },
      running
    )
    this.#tell(`${longDay(to.day)}, ${spokenSlot(to)}, locked`, to)
    if (left.length > 0 && !running) this.#offerBack(left)
  }

  /** To the next place that is free on the way; beyond the week's days in the next one of the plan. */
  async nudge(way: Way): Promise<void> {
    const block = this.#movable()
    const around = block && this.#planning.surroundings(block.id)
    if (!block || !around) return
    const place = nextPlace(block.slot, way, around)
    if (place) return this.move(block.id, place, 'Move block', true)
    const [shown, beyond] = [this.#planning.shown, this.#planning.beside(WEEKS[way])]
    if (beyond) {
      await this.#planning.show(beyond)
      const there = this.#planning.surroundings(block.id)
      const place = there && nextPlace(block.slot, way, there)
      if (place) return this.move(block.id, place, 'Move block')
      if (shown) await this.#planning.show(shown)
    }
    this.#planning.refuse(`Nothing is free ${WHERE[way]}`)
  }

  stretch(edge: 'start' | 'end', by: number): void {
    const block = this.#movable()
    const around = block && this.#planning.surroundings(block.id)
    if (!block || !around) return
    const to = resizedTo(block.slot, edge, block.slot[edge] + by)
    const wrong = misfit(to, around)
    if (wrong?.barred) this.#planning.refuse(`Not resized: ${wrong.text}`, block.slot, to)
    else this.move(block.id, to, 'Resize block', true)
  }

  add(slot: Slot): void {
    const wrong = this.#planning.misfit(slot, null)
    if (wrong?.barred) {
      this.#planning.refuse(`Not added: ${wrong.text}`, slot, slot)
      return
    }
    this.#planning.edit('Add block', {
      added: this.#slots([...this.#planning.said.added, slot]),
      dismissed: this.#slots(this.#freed(slot))
    })
    this.#tell(
      `Block added, ${longDay(slot.day)}, ${spokenSlot(slot)}${wrong ? `; ${wrong.text}` : ''}`,
      slot
    )
  }

  toggleLock(id = this.#planning.selected): void {
    const block = this.#blockOf(id)
    if (!block) return
    if (block.origin === 'kept') return this.#planning.refuse('It is in the calendar already, and stays.')
    const locked = this.#planning.said.locked.filter((slot) => !sameSlot(slot, block.slot))
    const added = this.#planning.said.added.filter((slot) => !sameSlot(slot, block.slot))
    const lock = block.origin === 'new'
    this.#planning.edit(lock ? 'Lock block' : 'Unlock block', {
      locked: this.#slots(lock ? [...locked, block.slot] : locked),
      added: this.#slots(added)
    })
    this.#planning.say(
      lock ? 'Locked: it stays when the plan is made again' : 'Unlocked: the plan may change it'
    )
  }

  dismiss(id = this.#planning.selected): void {
    const block = this.#blockOf(id)
    if (!block) return
    if (block.origin === 'kept')
      return this.#planning.refuse('It is in the calendar: only there it can be removed.')
    this.#remove(block.slot, 'Dismiss block')
    if (this.#planning.panel?.kind === 'block') this.#planning.panel = null
    this.#toasts.show(`Dismissed ${longDay(block.slot.day)}, ${spokenSlot(block.slot)}`, {
      label: 'Undo',
      run: () => this.#planning.undo()
    })
  }

  /** A placed one that is not possible. */
  giveUp(slot: Slot): void {
    this.#planning.edit('Remove block', {
      locked: this.#slots(this.#planning.said.locked.filter((one) => !sameSlot(one, slot))),
      added: this.#slots(this.#planning.said.added.filter((one) => !sameSlot(one, slot)))
    })
  }

  /** A stretch may have blocks again. */
  permit(slot: Slot): void {
    this.#planning.edit('Allow blocks again', {
      dismissed: this.#slots(this.#planning.said.dismissed.filter((one) => !sameSlot(one, slot)))
    })
  }

  clearDismissed(): void {
    this.#planning.edit('Allow blocks again', { dismissed: [] })
  }

  #remove(slot: Slot, label: string): void {
    this.#planning.edit(label, {
      locked: this.#slots(this.#planning.said.locked.filter((one) => !sameSlot(one, slot))),
      added: this.#slots(this.#planning.said.added.filter((one) => !sameSlot(one, slot))),
      dismissed: this.#slots([...this.#freed(slot), slot])
    })
  }

  #blockOf(id: string | null): NamedBlock | undefined {
    return this.#planning.blocks.find((block) => block.id === id)
  }

  #movable(): NamedBlock | null {
    const block = this.#planning.block
    if (block?.origin !== 'kept') return block
    this.#planning.refuse('It is in the calendar already: move it there.')
    return null
  }

  /** A place a block was moved out of is kept free from then on: said, with a way to take it back. */
  #offerBack(left: Slot[]): void {
    const where = left.map((slot) => `${longDay(slot.day)}, ${spokenSlot(slot)}`).join(' and ')
    this.#toasts.show(`The plan keeps ${where} free of blocks now.`, {
      label: 'Allow blocks there',
      run: () => left.forEach((slot) => this.permit(slot))
    })
  }

  /** Said, and the keyboard stays with the block wherever it went. */
  #tell(text: string, slot: Slot): void {
    this.#planning.say(text)
    const block = this.#planning.blocks.find((one) => one.origin !== 'kept' && sameSlot(one.slot, slot))
    if (!block) return
    this.#planning.selected = block.id
    void tick().then(() =>
      document
        .querySelector<HTMLElement>(`[data-block="${CSS.escape(block.id)}"]`)
        ?.focus({ preventScroll: true })
    )
  }

  /** What was dismissed, less a place where a block is wanted now. */
  #freed(slot: Slot): Slot[] {
    return this.#planning.said.dismissed.flatMap((one) => (overlap(one, slot) ? without(one, slot) : [one]))
  }

  #slots(slots: Slot[]): PlanSlot[] {
    return slots.map((slot) => planSlotOf(slot, this.#planning.zone))
  }
}
