import { Answer } from '../../frame/answer.svelte'
import type { WeekwiseState } from '../../frame/state.svelte'
import { dateRange, weekNumber } from '../../domain/format'
import { chosen } from '../../domain/chosen.svelte'
import { addWeeks, dayOf } from '../../domain/wall'
import { problemOf, type Problem } from '../../host'
import type { IsoWeek, Plan, PlanWishes, Touch, WeekView } from '../../host/types'
import { BlockEdits } from './block-edits'
import { misfit, type Misfit, type Surroundings } from './fits'
import { BlockNames, type NamedBlock } from './named-blocks'
import type { PlanPanel } from './panel'
import { Remembered } from './remembered.svelte'
import { refusedOf, tried } from './refusals'
import { planSlotOf, shownBlocks, slotOf, type RefusedSlot, type Slot } from './slots'
import { surroundingsOf } from './view'
import { WishHistory } from './wish-history.svelte'
import { FIRST_WISHES, wishName } from './wishes'

/** Long enough to read why something was refused. */
const REFUSED = 5000

/** Typing or dragging is over when nothing came for so long. */
const QUIET = 250

/** The wishes and the plan that answers them; `edits` changes single blocks of it. */
export class Planning {
  readonly plan = new Answer<Plan>()
  readonly week = new Answer<WeekView>()
  readonly edits: BlockEdits
  readonly names = new BlockNames()
  panel = $state.raw<PlanPanel | null>(null)
  /** The block the keyboard or the pointer was on last. */
  selected = $state<string | null>(null)
  exporting = $state(false)
  /** Why what was asked for last is not possible: said beside `place`, and `wanted` is drawn where it would have been. */
  refusal = $state.raw<{ place: Slot; text: string; wanted: Slot | null } | null>(null)
  /** Solving was stopped: what is shown is from before the last change. */
  stopped = $state(false)
  #answered = $state.raw<PlanWishes | null>(null)
  #quiet = $state(true)
  #shown = $state<IsoWeek | null>(null)
  #history = new WishHistory()
  #remembered: Remembered
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
  readonly blocks = $derived<NamedBlock[]>(
    this.names.named(shownBlocks(this.plan.value?.blocks ?? [], this.said))
  )
  /** Placed by the user, and not possible. */
  readonly refused = $derived<RefusedSlot[]>(
    this.isFresh && this.plan.value ? refusedOf(this.plan.value, this.said) : []
  )
  readonly weeks = $derived.by<IsoWeek[]>(() => {
    const from = this.plan.value?.period.from ?? this.#app.view?.now
    if (!from) return []
    const first = chosen.weekOf(dayOf(from))
    return Array.from({ length: this.wishes.weeks }, (_, index) => addWeeks(first, index))
  })
  readonly shown = $derived(
    this.#shown !== null && this.weeks.includes(this.#shown) ? this.#shown : (this.weeks[0] ?? null)
  )
  readonly block = $derived(this.blocks.find(({ id }) => id === this.selected) ?? null)

  constructor(app: WeekwiseState) {
    this.#app = app
    this.edits = new BlockEdits(this, app.toasts)
    this.#remembered = new Remembered(app)
  }

  get wishes(): PlanWishes {
    return this.#history.wishes
  }

  get undoable(): string | null {
    return this.#remembered.isKept ? this.#remembered.undoable : this.#history.undoable
  }

  get redoable(): string | null {
    return this.#remembered.isKept ? this.#remembered.redoable : this.#history.redoable
  }

  /** The calendar may be different: everything anew, the plan and the week that is most likely shown side by side. */
  load = async (): Promise<void> => {
    const first = this.plan.value === null
    if (this.#remembered.isKept)
      this.#history.take((await this.#remembered.read().catch(() => null)) ?? FIRST_WISHES)
    await Promise.all([this.solve(), this.look()])
    if (first) this.#shown = this.#firstToShow()
    if (this.shown !== this.week.value?.week) await this.look()
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

  /** The week of the plan beside the one that is shown. */
  beside(by: -1 | 0 | 1): IsoWeek | null {
    return by === 0 ? null : (this.weeks[this.weeks.indexOf(this.shown ?? '') + by] ?? null)
  }

  turn(by: 1 | -1): void {
    const next = this.beside(by)
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

  /** What the engine says of a block there: why it cannot be, or what has to change for it; null where nothing has to. */
  tried(slot: Slot, block: NamedBlock | null): Promise<Misfit | null> {
    return tried(this.#app.host, this.wishes, planSlotOf(slot, this.zone), block)
  }

  // Wishes.

  set(change: Partial<PlanWishes>, label = `Change ${wishName(change)}`): void {
    this.edit(label, change, true)
    void this.#fitShown()
  }

  allow(uid: string, touch: Touch | null): void {
    const others = Object.fromEntries(Object.entries(this.wishes.overrides).filter(([key]) => key !== uid))
    this.edit('Change what a meeting allows', { overrides: touch ? { ...others, [uid]: touch } : others })
  }

  /** `running`: one edit with the one before it of the same name, as when a key is held down. */
  edit(label: string, change: Partial<PlanWishes>, running = false): void {
    this.#history.edit(label, change, running && !this.#quiet)
    this.#remembered.note(label, this.wishes)
    // What does not run on is done: whoever takes back the next moment means this.
    if (!running) void this.#remembered.write()
    this.#changed()
  }

  undo(): void {
    if (this.#remembered.isKept) void this.#remembered.write().then(() => this.#app.undo())
    else this.#wentTo('Undid', this.#history.undo())
  }

  redo(): void {
    if (this.#remembered.isKept) void this.#remembered.write().then(() => this.#app.redo())
    else this.#wentTo('Redid', this.#history.redo())
  }

  // Out.

  /** The file's name, null when it was cancelled, or what went wrong. */
  async save(): Promise<string | Problem | null> {
    try {
      await this.#remembered.write()
      return await this.#app.host.exportPlan(this.wishes)
    } catch (thrown) {
      return problemOf(thrown)
    }
  }

  say(text: string): void {
    this.#app.said = text
  }

  /** Says why not, beside the block or the place it was asked of; `wanted` is where it was to be. */
  refuse(text: string, place: Slot | null = this.block?.slot ?? null, wanted: Slot | null = null): void {
    if (place === null) return this.#app.toasts.show(text)
    this.say(text)
    const said = (this.refusal = { place, text, wanted })
    setTimeout(() => this.refusal === said && (this.refusal = null), REFUSED)
  }

  close(): void {
    this.panel = null
  }

  #wentTo(did: 'Undid' | 'Redid', label: string | null): void {
    if (label === null) return
    this.#changed()
    this.say(`${did}: ${label}`)
    void this.#fitShown()
  }

  #changed(): void {
    this.stopped = false
    this.refusal = null
    this.#quiet = false
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      void this.#remembered.write()
      void this.solve()
    }, QUIET)
  }

  /** Fewer weeks: the one that was looked at may be gone. */
  async #fitShown(): Promise<void> {
    if (this.week.value && this.week.value.week !== this.shown) await this.look()
  }

  #firstToShow(): IsoWeek | null {
    const next = this.plan.value?.blocks.find(({ origin }) => origin !== 'kept')
    const week = next && chosen.weekOf(dayOf(next.start))
    return week && this.weeks.includes(week) ? week : (this.weeks[0] ?? null)
  }
}
