import { tick } from 'svelte'
import { Answer } from '../../app/answer.svelte'
import type { WeekwiseState } from '../../app/state.svelte'
import { dateRange, longDay, weekNumber } from '../../domain/format'
import { addWeeks, dayOf, isoWeekOf } from '../../domain/wall'
import { problemOf, type Problem } from '../../host'
import type { IsoWeek, Plan, PlanSlot, PlanWishes, Touch, WeekView } from '../../host/types'
import { misfit, nextPlace, spokenSlot, type Surroundings } from './fits'
import {
  shownBlocks,
  overlap,
  planSlotOf,
  resizedTo,
  sameSlot,
  slotOf,
  within,
  without,
  type ShownBlock,
  type Slot
} from './slots'
import { surroundingsOf } from './view'
import { FIRST_WISHES, wishName } from './wishes'

/** What the side panel shows; keys, so that it looks its subject up again when the plan changes. */
export type PlanPanel =
  | { kind: 'block'; id: string }
  | { kind: 'ask'; uid: string; from: string }
  | { kind: 'meeting'; key: string }
  | { kind: 'meetings' }
  | { kind: 'amounts' }
  | { kind: 'difference' }
  | { kind: 'signals' }
  | { kind: 'day'; day: string }

/** A block with a name that stays when it is moved. */
export interface NamedBlock extends ShownBlock {
  id: string
}

interface Edit {
  label: string
  wishes: PlanWishes
}

/** Typing or dragging is over when nothing came for so long. */
const QUIET = 250

/** The wishes, the plan that answers them, and every way to change both. */
export class Planning {
  readonly plan = new Answer<Plan>()
  readonly week = new Answer<WeekView>()
  wishes = $state.raw<PlanWishes>(FIRST_WISHES)
  panel = $state.raw<PlanPanel | null>(null)
  /** The block the keyboard or the pointer was on last. */
  selected = $state<string | null>(null)
  exporting = $state(false)
  /** Solving was stopped: what is shown is from before the last change. */
  stopped = $state(false)
  #answered = $state.raw<PlanWishes | null>(null)
  #quiet = $state(true)
  #shown = $state<IsoWeek | null>(null)
  #past = $state.raw<Edit[]>([])
  #future = $state.raw<Edit[]>([])
  #names: Record<string, string> = {}
  #timer: ReturnType<typeof setTimeout> | undefined
  #app: WeekwiseState

  readonly zone = $derived.by(() => this.plan.value?.period.tz ?? this.#app.library?.settings.zone ?? 'UTC')
  readonly solving = $derived(this.plan.waiting || !this.#quiet)
  /** What is shown answers the wishes as they are. */
  readonly isFresh = $derived(this.#answered === this.wishes)
  readonly said = $derived({
    locked: this.wishes.locked.map(slotOf),
    added: this.wishes.added.map(slotOf),
    dismissed: this.wishes.dismissed.map(slotOf)
  })
  readonly blocks = $derived<NamedBlock[]>(this.#named(shownBlocks(this.plan.value?.blocks ?? [], this.said)))
  /** Placed by the user, and not possible. */
  readonly refused = $derived.by<Slot[]>(() => {
    const answered = this.plan.value?.blocks.map(slotOf) ?? []
    if (!this.isFresh) return []
    return [...this.said.locked, ...this.said.added].filter(
      (slot) => !answered.some((block) => within(slot, block))
    )
  })
  readonly weeks = $derived.by<IsoWeek[]>(() => {
    const from = this.plan.value?.period.from ?? this.#app.view?.now
    if (!from) return []
    const first = isoWeekOf(dayOf(from))
    return Array.from({ length: this.wishes.weeks }, (_, index) => addWeeks(first, index))
  })
  readonly shown = $derived(
    this.#shown !== null && this.weeks.includes(this.#shown) ? this.#shown : (this.weeks[0] ?? null)
  )
  readonly block = $derived(this.blocks.find(({ id }) => id === this.selected) ?? null)
  readonly undoable = $derived(this.#past.at(-1)?.label ?? null)
  readonly redoable = $derived(this.#future.at(-1)?.label ?? null)

  constructor(app: WeekwiseState) {
    this.#app = app
  }

  /** The calendar may be different: everything anew. */
  load = async (): Promise<void> => {
    const first = this.plan.value === null
    await this.solve()
    if (first) this.#shown = this.#firstToShow()
    await this.look()
  }

  solve = async (): Promise<void> => {
    clearTimeout(this.#timer)
    this.#quiet = true
    this.stopped = false
    const wishes = this.wishes
    const plan = await this.plan.ask(() => this.#app.host.plan(wishes))
    if (!plan) return
    const again = this.#answered !== null
    this.#answered = wishes
    if (again && plan.arithmetic.sentences.length > 0)
      this.#app.said = `Planned again. ${plan.arithmetic.sentences.join(' ')}`
  }

  stop(): void {
    clearTimeout(this.#timer)
    this.#quiet = true
    this.plan.stop()
    this.stopped = true
    this.#app.said = 'Stopped'
  }

  /** Asks for the week that is shown. */
  look = async (): Promise<void> => {
    const week = this.shown
    if (week) await this.week.ask(() => this.#app.host.week(week))
  }

  async show(week: IsoWeek): Promise<void> {
    if (!this.weeks.includes(week)) return
    this.#shown = week
    await this.look()
    const view = this.week.value
    if (view) this.#app.said = `${weekNumber(view.week)}, ${dateRange(view.from, view.to)}`
  }

  turn(by: 1 | -1): void {
    const next = this.weeks[this.weeks.indexOf(this.shown ?? '') + by]
    if (next) void this.show(next)
    else this.#app.said = by > 0 ? 'The last week of the plan' : 'The first week of the plan'
  }

  surroundings(except: string | null): Surroundings | null {
    const [plan, week] = [this.plan.value, this.week.value]
    return plan && week && surroundingsOf(week, plan, this.wishes, this.blocks, except)
  }

  misfit(slot: Slot, except: string | null) {
    const around = this.surroundings(except)
    return around && misfit(slot, around)
  }

  // Wishes.

  set(change: Partial<PlanWishes>, label = `Change ${wishName(change)}`): void {
    this.#edit(label, change, true)
    void this.#fitShown()
  }

  allow(uid: string, touch: Touch | null): void {
    const others = Object.fromEntries(Object.entries(this.wishes.overrides).filter(([key]) => key !== uid))
    this.#edit('Change what a meeting allows', { overrides: touch ? { ...others, [uid]: touch } : others })
  }

  // Blocks.

  move(id: string, to: Slot, label = 'Move block', running = false): void {
    const block = this.#blockOf(id)
    if (!block || block.origin === 'kept' || sameSlot(block.slot, to)) return
    const added = this.said.added.some((slot) => sameSlot(slot, block.slot))
    const held = (slots: Slot[], is: boolean) => [
      ...slots.filter((slot) => !sameSlot(slot, block.slot)),
      ...(is ? [to] : [])
    ]
    const left = block.origin === 'new' ? without(block.slot, to) : []
    this.#rename(block, to)
    this.#edit(
      label,
      {
        added: this.#slots(held(this.said.added, added)),
        locked: this.#slots(held(this.said.locked, !added)),
        dismissed: this.#slots([...this.#freed(to), ...left])
      },
      running
    )
    this.#tell(`${longDay(to.day)}, ${spokenSlot(to)}, locked`, to)
  }

  /** To the next place that is free on the way. */
  nudge(way: Parameters<typeof nextPlace>[1]): void {
    const block = this.#movable()
    const around = block && this.surroundings(block.id)
    if (!block || !around) return
    const place = nextPlace(block.slot, way, around)
    if (place) return this.move(block.id, place, 'Move block', true)
    const where = {
      earlier: 'earlier on this day',
      later: 'later on this day',
      'day-before': 'on a day before',
      'day-after': 'on a day after'
    }
    this.#app.said = `Nothing is free ${where[way]}`
  }

  stretch(edge: 'start' | 'end', by: number): void {
    const block = this.#movable()
    const around = block && this.surroundings(block.id)
    if (!block || !around) return
    const to = resizedTo(block.slot, edge, block.slot[edge] + by)
    const wrong = misfit(to, around)
    if (wrong?.barred) this.#app.said = `Not resized: ${wrong.text}`
    else this.move(block.id, to, 'Resize block', true)
  }

  add(slot: Slot): void {
    const wrong = this.misfit(slot, null)
    if (wrong?.barred) {
      this.#app.said = `Not added: ${wrong.text}`
      return
    }
    this.#edit('Add block', {
      added: this.#slots([...this.said.added, slot]),
      dismissed: this.#slots(this.#freed(slot))
    })
    this.#tell(
      `Block added, ${longDay(slot.day)}, ${spokenSlot(slot)}${wrong ? `; ${wrong.text}` : ''}`,
      slot
    )
  }

  toggleLock(id = this.selected): void {
    const block = this.#blockOf(id)
    if (!block) return
    if (block.origin === 'kept') return this.#say('It is in the calendar already, and stays.')
    const locked = this.said.locked.filter((slot) => !sameSlot(slot, block.slot))
    const added = this.said.added.filter((slot) => !sameSlot(slot, block.slot))
    const lock = block.origin === 'new'
    this.#edit(lock ? 'Lock block' : 'Unlock block', {
      locked: this.#slots(lock ? [...locked, block.slot] : locked),
      added: this.#slots(added)
    })
    this.#say(lock ? 'Locked: it stays when the plan is made again' : 'Unlocked: the plan may change it')
  }

  dismiss(id = this.selected): void {
    const block = this.#blockOf(id)
    if (!block) return
    if (block.origin === 'kept') return this.#say('It is in the calendar: only there it can be removed.')
    this.#remove(block.slot, 'Dismiss block')
    if (this.panel?.kind === 'block') this.panel = null
    this.#app.toasts.show(`Dismissed ${longDay(block.slot.day)}, ${spokenSlot(block.slot)}`, {
      label: 'Undo',
      run: () => this.undo()
    })
  }

  /** A placed one that is not possible. */
  giveUp(slot: Slot): void {
    this.#edit('Remove block', {
      locked: this.#slots(this.said.locked.filter((one) => !sameSlot(one, slot))),
      added: this.#slots(this.said.added.filter((one) => !sameSlot(one, slot)))
    })
  }

  /** A stretch may have blocks again. */
  permit(slot: Slot): void {
    this.#edit('Allow blocks again', {
      dismissed: this.#slots(this.said.dismissed.filter((one) => !sameSlot(one, slot)))
    })
  }

  clearDismissed(): void {
    this.#edit('Allow blocks again', { dismissed: [] })
  }

  // A way back.

  undo(): void {
    this.#step('Undid')
  }

  redo(): void {
    this.#step('Redid')
  }

  // Out.

  /** The file's name, null when it was cancelled, or what went wrong. */
  async save(): Promise<string | Problem | null> {
    try {
      return await this.#app.host.exportPlan(this.wishes)
    } catch (thrown) {
      return problemOf(thrown)
    }
  }

  say(text: string): void {
    this.#app.said = text
  }

  close(): void {
    this.panel = null
  }

  #remove(slot: Slot, label: string): void {
    this.#edit(label, {
      locked: this.#slots(this.said.locked.filter((one) => !sameSlot(one, slot))),
      added: this.#slots(this.said.added.filter((one) => !sameSlot(one, slot))),
      dismissed: this.#slots([...this.#freed(slot), slot])
    })
  }

  #blockOf(id: string | null): NamedBlock | undefined {
    return this.blocks.find((block) => block.id === id)
  }

  #movable(): NamedBlock | null {
    const block = this.block
    if (block?.origin !== 'kept') return block
    this.#say('It is in the calendar already: move it there.')
    return null
  }

  #say(text: string): void {
    this.#app.said = text
  }

  /** Said, and the keyboard stays with the block wherever it went. */
  #tell(text: string, slot: Slot): void {
    this.#say(text)
    const block = this.blocks.find((one) => one.origin !== 'kept' && sameSlot(one.slot, slot))
    if (!block) return
    this.selected = block.id
    void tick().then(() =>
      document
        .querySelector<HTMLElement>(`[data-block="${CSS.escape(block.id)}"]`)
        ?.focus({ preventScroll: true })
    )
  }

  /** What was dismissed, less a place where a block is wanted now. */
  #freed(slot: Slot): Slot[] {
    return this.said.dismissed.flatMap((one) => (overlap(one, slot) ? without(one, slot) : [one]))
  }

  #slots(slots: Slot[]): PlanSlot[] {
    return slots.map((slot) => planSlotOf(slot, this.zone))
  }

  /** `running`: one edit with the one before it of the same name, as when a key is held down. */
  #edit(label: string, change: Partial<PlanWishes>, running = false): void {
    const goesOn = running && !this.#quiet && this.#past.at(-1)?.label === label
    if (!goesOn) this.#past = [...this.#past, { label, wishes: this.wishes }].slice(-200)
    this.#future = []
    this.#become({ ...this.wishes, ...change })
  }

  #step(did: 'Undid' | 'Redid'): void {
    const back = did === 'Undid'
    const from = back ? this.#past : this.#future
    const edit = from.at(-1)
    if (!edit) return
    const other = { label: edit.label, wishes: this.wishes }
    if (back) {
      this.#past = from.slice(0, -1)
      this.#future = [...this.#future, other]
    } else {
      this.#future = from.slice(0, -1)
      this.#past = [...this.#past, other]
    }
    this.#become(edit.wishes)
    this.#say(`${did}: ${edit.label}`)
    void this.#fitShown()
  }

  #become(wishes: PlanWishes): void {
    this.wishes = wishes
    this.stopped = false
    this.#quiet = false
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.solve(), QUIET)
  }

  /** Fewer weeks: the one that was looked at may be gone. */
  async #fitShown(): Promise<void> {
    if (this.week.value && this.week.value.week !== this.shown) await this.look()
  }

  #firstToShow(): IsoWeek | null {
    const next = this.plan.value?.blocks.find(({ origin }) => origin !== 'kept')
    const week = next && isoWeekOf(dayOf(next.start))
    return week && this.weeks.includes(week) ? week : (this.weeks[0] ?? null)
  }

  /** Blocks keep their name where they stay, and where they were moved to: what is drawn slides instead of jumping. */
  #named(blocks: ShownBlock[]): NamedBlock[] {
    const taken: string[] = []
    return blocks.map((block) => {
      const at = placeName(block.slot)
      const named = this.#names[at] ?? at
      const id = taken.includes(named) ? `${at} again` : named
      taken.push(id)
      return { ...block, id }
    })
  }

  #rename(block: NamedBlock, to: Slot): void {
    delete this.#names[placeName(block.slot)]
    this.#names[placeName(to)] = block.id
  }
}

const placeName = ({ day, start }: Slot) => `${day}T${start}`
