import { clock } from '../../domain/format'
import { dayOf, minuteOf } from '../../domain/wall'
import { instantOf } from '../../domain/zone'
import type { Category, PlanBlock, PlanSlot } from '../../host/types'

/** A stretch of one local day, in minutes of the day. */
export interface Slot {
  day: string
  start: number
  end: number
  /** What it is for; deep work where nothing is said. */
  category?: Category
}

/** What a block is moved and resized by. */
export const RASTER = 15

export const snapped = (minute: number) => Math.round(minute / RASTER) * RASTER

/** The instants of the engine are written in the zone that is shown: their wall clock can be read off. */
export function slotOf({ start, end, category }: PlanSlot): Slot {
  const slot = {
    day: dayOf(start),
    start: minuteOf(start),
    end: dayOf(end) > dayOf(start) ? 1440 : minuteOf(end)
  }
  return category && category !== 'deep_work' ? { ...slot, category } : slot
}

export function planSlotOf({ day, start, end, category }: Slot, zone: string): PlanSlot {
  const slot = { start: instantOf(day, start, zone), end: instantOf(day, end, zone) }
  return category ? { ...slot, category } : slot
}

export const sameSlot = (a: Slot, b: Slot) => a.day === b.day && a.start === b.start && a.end === b.end
export const overlap = (a: Slot, b: Slot) => a.day === b.day && a.start < b.end && b.start < a.end
export const within = (a: Slot, b: Slot) => a.day === b.day && b.start <= a.start && a.end <= b.end

export const slotMinutes = ({ start, end }: Slot) => end - start
export const slotClock = ({ start, end }: Slot) => `${clock(start)}–${clock(end)}`

/** The same length elsewhere; it stays within the day. */
export function movedTo(slot: Slot, day: string, start: number): Slot {
  const length = slotMinutes(slot)
  const from = Math.min(1440 - length, Math.max(0, snapped(start)))
  return { ...slot, day, start: from, end: from + length }
}

/** Another first or last minute; it never turns inside out. */
export function resizedTo(slot: Slot, edge: 'start' | 'end', minute: number): Slot {
  const at = Math.min(1440, Math.max(0, snapped(minute)))
  return edge === 'start'
    ? { ...slot, start: Math.min(at, slot.end - RASTER) }
    : { ...slot, end: Math.max(at, slot.start + RASTER) }
}

/** From where the pointer went down to where it is. */
export function drawnBetween(day: string, from: number, to: number): Slot {
  const [a, b] = [snapped(Math.min(from, to)), snapped(Math.max(from, to))]
  return { day, start: Math.max(0, a), end: Math.min(1440, Math.max(b, a + RASTER)) }
}

/** The parts of `slot` that `other` leaves. */
export function without(slot: Slot, other: Slot): Slot[] {
  if (!overlap(slot, other)) return [slot]
  return [
    { ...slot, end: other.start },
    { ...slot, start: other.end }
  ].filter(({ start, end }) => end > start)
}

/** A block in free time: from where it was asked for, as long as is asked at least and fits at most; null where none fits. */
export function placedIn(free: Slot, at: number, shortest: number, wanted: number): Slot | null {
  const first = Math.ceil(free.start / RASTER) * RASTER
  const last = Math.floor(free.end / RASTER) * RASTER
  if (last - first < shortest) return null
  const length = Math.min(Math.max(shortest, wanted), last - first)
  const start = Math.max(first, Math.min(Math.floor(at / RASTER) * RASTER, last - shortest))
  return { day: free.day, start, end: Math.min(last, start + length) }
}

/** A block as it is shown: where it is by now, which may be ahead of what was planned last. */
export interface ShownBlock {
  slot: Slot
  origin: PlanBlock['origin']
  /** Why it is there; empty until it is planned again. */
  because: string
  category: Category
  /** What it is called in the calendar. */
  title: string
  morning: boolean
  uid: string
}

/** A block that was placed by the user and cannot be, and why, in the middle of a sentence; empty where nobody said. */
export interface RefusedSlot {
  slot: Slot
  because: string
}

export interface SaidSlots {
  locked: Slot[]
  added: Slot[]
  dismissed: Slot[]
}

/** The blocks of a plan with what was said since: locked ones where they were put, dismissed ones gone. */
export function shownBlocks(planned: PlanBlock[], said: SaidSlots): ShownBlock[] {
  const held = [...said.locked, ...said.added]
  const known = planned.map((block): ShownBlock => ({ ...block, slot: slotOf(block) }))
  const kept = known.filter(({ origin }) => origin === 'kept')
  const free = known.filter(
    ({ origin, slot }) =>
      origin !== 'kept' && ![...held, ...said.dismissed].some((other) => overlap(slot, other))
  )
  const placed = held
    .filter((slot) => !kept.some((block) => within(slot, block.slot)))
    .map((slot): ShownBlock => {
      const before = known.find((block) => block.origin !== 'kept' && sameSlot(block.slot, slot))
      return {
        slot,
        origin: 'locked',
        because: before?.because ?? '',
        category: slot.category ?? 'deep_work',
        title: before?.title ?? 'Deep work',
        morning: before?.morning ?? false,
        uid: before?.uid ?? ''
      }
    })
  // Let go of, it is the plan's again until the plan says otherwise.
  const mine = free.map((block) => ({
    ...block,
    origin: block.origin === 'locked' ? ('new' as const) : block.origin
  }))
  return [...kept, ...mine, ...placed].toSorted(
    (a, b) => a.slot.day.localeCompare(b.slot.day) || a.slot.start - b.slot.start
  )
}
