import { clock, length } from '../../domain/format'
import { daysBetween, minuteOf } from '../../domain/wall'
import type { PlanWishes } from '../../host/types'
import { movedTo, overlap, RASTER, slotMinutes, within, type Slot } from './slots'

/** Something that takes time beside the block that is moved. */
export interface Busy {
  slot: Slot
  title: string
  /** A meeting that may give way, as far as is known. */
  yields: boolean
  isBlock: boolean
}

/** What a block has to fit into. */
export interface Surroundings {
  now: { day: string; minute: number }
  days: string[]
  working: Slot[]
  busy: Busy[]
  wishes: Pick<
    PlanWishes,
    'shortest_minutes' | 'longest_minutes' | 'breathing_minutes' | 'most_per_day' | 'lunch'
  >
}

export interface Misfit {
  /** It cannot be there; else it is only against a wish. */
  barred: boolean
  text: string
}

/** What is wrong with a block there, the weightiest first; null where nothing is. */
export function misfit(slot: Slot, around: Surroundings): Misfit | null {
  return bar(slot, around) ?? doubt(slot, around)
}

const barred = (text: string): Misfit => ({ barred: true, text })
const against = (text: string): Misfit => ({ barred: false, text })

function bar(slot: Slot, { now, working, busy, wishes }: Surroundings): Misfit | null {
  if (slot.day < now.day || (slot.day === now.day && slot.start < now.minute)) return barred('In the past')
  const over = busy.find((other) => !other.yields && overlap(other.slot, slot))
  if (over) return barred(over.isBlock ? 'Over another block' : `Over “${over.title}”`)
  if (!working.some((range) => within(slot, range))) return barred('Outside working hours')
  if (slotMinutes(slot) < wishes.shortest_minutes)
    return barred(`Shorter than ${length(wishes.shortest_minutes)}`)
  return null
}

function doubt(slot: Slot, { busy, wishes }: Surroundings): Misfit | null {
  const asked = busy.find((other) => other.yields && overlap(other.slot, slot))
  if (asked) return against(`“${asked.title}” has to make room`)
  if (slotMinutes(slot) > wishes.longest_minutes)
    return against(`Longer than ${length(wishes.longest_minutes)}`)
  const { lunch } = wishes
  if (lunch && overlap(slot, { day: slot.day, start: minuteOf(lunch.start), end: minuteOf(lunch.end) }))
    return against('Over lunch')
  const room = wishes.breathing_minutes
  const near = { ...slot, start: slot.start - room, end: slot.end + room }
  const close = busy.find((other) => !other.isBlock && room > 0 && overlap(other.slot, near))
  if (close) return against(`Less than ${length(room)} from “${close.title}”`)
  const others = busy.filter(({ isBlock, slot: other }) => isBlock && other.day === slot.day).length
  if (others >= wishes.most_per_day)
    return against(`Block ${others + 1} of the day; ${wishes.most_per_day} wanted at most`)
  return null
}

type Way = 'earlier' | 'later' | 'day-before' | 'day-after'

/** Where a block fits next on the way, past whatever is in between; null where nowhere. */
export function nextPlace(slot: Slot, way: Way, around: Surroundings): Slot | null {
  const fits = (place: Slot) => misfit(place, around)?.barred !== true
  if (way === 'earlier' || way === 'later') {
    const step = way === 'later' ? RASTER : -RASTER
    for (let start = slot.start + step; start >= 0 && start + slotMinutes(slot) <= 1440; start += step) {
      const place = movedTo(slot, slot.day, start)
      if (fits(place)) return place
    }
    return null
  }
  const step = way === 'day-after' ? 1 : -1
  const onTheWay = around.days
    .filter((day) => daysBetween(slot.day, day) * step > 0)
    .toSorted((a, b) => a.localeCompare(b) * step)
  for (const day of onTheWay) {
    const place = nearest(slot, day, fits)
    if (place) return place
  }
  return null
}

/** The time of a day nearest to the same one. */
function nearest(slot: Slot, day: string, fits: (place: Slot) => boolean): Slot | null {
  for (let off = 0; off < 1440; off += RASTER) {
    for (const start of [slot.start + off, slot.start - off]) {
      if (start < 0 || start + slotMinutes(slot) > 1440) continue
      const place = movedTo(slot, day, start)
      if (fits(place)) return place
    }
  }
  return null
}

/** `9:00 to 11:30`, to be heard. */
export const spokenSlot = ({ start, end }: Slot) => `${clock(start)} to ${clock(end)}`
