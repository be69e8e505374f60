import { MARKED } from '../../marks/week/layout'
import { dayOf, minuteOf, partOfDay, wallAt } from '../../domain/wall'
import { instantOf } from '../../domain/zone'
import type { DayView, EventView, GapView, Plan, PlanChange, PlanWishes, WeekView } from '../../host/types'
import type { Busy, Surroundings } from './fits'
import type { NamedBlock } from './named-blocks'
import { overlap, slotOf, within, without, type RefusedSlot, type Slot } from './slots'
import { keepsMeetings } from './wishes'

/** What of a plan is drawn into a week beside its events, by the key it has in the grid. */
export type Drawn =
  | { kind: 'block'; block: NamedBlock }
  | { kind: 'refused'; slot: Slot; because: string }
  | { kind: 'moved'; change: PlanChange }

export interface PlannedWeek {
  view: WeekView
  drawn: Map<string, Drawn>
}

/** The week with the plan in it: its blocks as events, meetings that go away dimmed, free time less what is planned. */
export function plannedWeek(
  view: WeekView,
  plan: Plan,
  blocks: NamedBlock[],
  refused: RefusedSlot[],
  dismissed: Slot[]
): PlannedWeek {
  const here = (slot: Slot) => slot.day >= view.from && slot.day <= view.to
  const drawn = new Map<string, Drawn>()
  const added: EventView[] = []
  const put = (key: string, slot: Slot, what: Drawn, like: Partial<EventView['row']> = {}) => {
    drawn.set(MARKED + key, what)
    added.push(standIn(MARKED + key, slot, plan.period.tz, like))
  }
  const proposed = blocks.filter(({ origin, slot }) => origin !== 'kept' && here(slot))
  for (const block of proposed) put(`block ${block.id}`, block.slot, { kind: 'block', block })
  for (const { slot, because } of refused.filter(({ slot }) => here(slot)))
    put(`refused ${slot.day} ${slot.start}`, slot, { kind: 'refused', slot, because })
  for (const change of plan.changes) {
    const slot = change.to && change.to_end ? slotOf({ start: change.to, end: change.to_end }) : null
    const before = view.events.find((event) => isOf(event, change))
    if (slot && before && here(slot))
      put(`moved ${change.uid} ${change.from}`, slot, { kind: 'moved', change }, before.row)
  }
  const events = view.events.map((event) =>
    plan.changes.some((change) => isOf(event, change)) ? givenUp(event) : event
  )
  const taken = [...proposed.map(({ slot }) => slot), ...dismissed]
  return {
    view: { ...view, events: [...events, ...added], days: view.days.map((day) => freeOf(day, taken)) },
    drawn
  }
}

export const isOf = ({ row }: EventView, { uid, from }: PlanChange) => row.uid === uid && row.start === from

/** Drawn as what does not count: it is not held, or not then. */
function givenUp(event: EventView): EventView {
  return { ...event, conflict: false, row: { ...event.row, counted: false, not_counted_because: 'left_out' } }
}

/** A stand-in, so that the grid gives a block its place among events; how it looks is drawn here. */
function standIn(key: string, slot: Slot, zone: string, like: Partial<EventView['row']>): EventView {
  const classification = {
    category: like.category ?? 'deep_work',
    kind: like.kind ?? 'focus'
  } as EventView['classification']
  return {
    key,
    series: key,
    start: wallAt(slot.day, slot.start),
    end: wallAt(slot.day, slot.end),
    shape: 'block',
    tentative: false,
    recurring: false,
    cadence: null,
    minutes: slot.end - slot.start,
    conflict: false,
    mine: true,
    location: '',
    description: '',
    people: [],
    classification,
    would_change: [],
    day: { effect: 'work', confidence: 1, because: [], runner_up: null },
    day_would_change: [],
    row: {
      uid: key,
      recurrence_id: null,
      all_day: false,
      summary: 'Deep work',
      status: 'CONFIRMED',
      response: 'accepted',
      effect: 'work',
      people: 1,
      category: 'deep_work',
      kind: 'focus',
      confidence: 1,
      because: [],
      calendar: '',
      ...like,
      start: instantOf(slot.day, slot.start, zone),
      end: instantOf(slot.day, slot.end, zone),
      counted: true,
      not_counted_because: null
    }
  }
}

function freeOf(day: DayView, taken: Slot[]): DayView {
  const gaps = day.gaps.flatMap((gap): GapView[] => {
    const whole = gapSlot(day.day, gap)
    const parts = taken.reduce((left, block) => left.flatMap((part) => without(part, block)), [whole])
    if (parts.length === 1 && parts[0] === whole) return [gap]
    return parts.map((part) => ({
      ...gap,
      start: wallAt(part.day, part.start),
      end: wallAt(part.day, part.end),
      minutes: part.end - part.start
    }))
  })
  return { ...day, gaps }
}

export function gapSlot(day: string, { start, end }: { start: string; end: string }): Slot {
  return { day, start: minuteOf(start), end: dayOf(end) > day ? 1440 : minuteOf(end) }
}

/** What a block has to fit into, itself left out. */
export function surroundingsOf(
  view: WeekView,
  plan: Plan,
  wishes: PlanWishes,
  blocks: NamedBlock[],
  except: string | null
): Surroundings {
  const may = new Set(plan.negotiability.filter(({ may }) => may.length > 0).map(({ uid }) => uid))
  const kept = blocks.filter(({ origin }) => origin === 'kept')
  const events = view.events
    .filter(({ row }) => !row.all_day && (row.counted || row.not_counted_because === 'personal'))
    .flatMap((event) =>
      view.days.flatMap(({ day }): Busy[] => {
        const part = partOfDay(event.start, event.end, day)
        if (!part) return []
        const slot = { day, ...part }
        const isBlock = kept.some((block) => within(block.slot, slot))
        const yields =
          !isBlock && event.shape === 'meeting' && !keepsMeetings(wishes) && may.has(event.row.uid)
        return [{ slot, title: event.row.summary || 'No title', yields, isBlock }]
      })
    )
  const proposed = blocks
    .filter(({ id, origin }) => origin !== 'kept' && id !== except)
    .map(({ slot }): Busy => ({ slot, title: 'Deep work', yields: false, isBlock: true }))
  return {
    now: { day: dayOf(view.now), minute: minuteOf(view.now) },
    days: view.days.map(({ day }) => day),
    working: view.days.flatMap(({ day, working }) =>
      working.map(({ start, end }) => ({ day, start: minuteOf(start), end: minuteOf(end) || 1440 }))
    ),
    busy: [...events, ...proposed],
    wishes
  }
}

/** The free stretch around a minute: between what is busy, inside working time. */
export function freeAround(day: string, minute: number, { working, busy, now }: Surroundings): Slot | null {
  const at = { day, start: minute, end: minute + 1 }
  const range = working.find((one) => within(at, one))
  if (!range || busy.some(({ slot }) => overlap(slot, at))) return null
  const sameDay = busy.filter(({ slot }) => slot.day === day).map(({ slot }) => slot)
  const floor = day < now.day ? 1440 : day === now.day ? now.minute : 0
  const start = Math.max(
    range.start,
    floor,
    ...sameDay.filter(({ end }) => end <= minute).map(({ end }) => end)
  )
  const end = Math.min(range.end, ...sameDay.filter(({ start }) => start > minute).map(({ start }) => start))
  return start < end ? { day, start, end } : null
}
