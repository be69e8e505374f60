import type { TimeRange, WorkingHours } from '../host/types'
import { clock } from './format'
import { minuteOf } from './wall'

/** `9:00–12:00, 13:00–17:00`: Monday's, as people write it. */
export function workingHoursText(hours: WorkingHours): string {
  return hours.days[0].map(rangeText).join(', ')
}

/** `9:00–17:00`; with twelve hours `9 am–5 pm`. */
export function rangeText({ start, end }: TimeRange): string {
  return `${clock(minuteOf(start))}–${clock(end.startsWith('23:59:59') ? 1440 : minuteOf(end))}`
}

/** What people write for one range, `9–17`, `8:30 to 5 pm`; null where it is none that ends after it begins. */
export function rangeFromText(text: string): TimeRange | null {
  const range = minutesFromText(text.trim())
  if (!range || range.to <= range.from) return null
  const time = (minute: number) => (minute === 1440 ? '23:59:59' : `${written(minute)}:00`)
  return { start: time(range.from), end: time(range.to) }
}

/** What people write, as the engine reads it: `09:00-12:00,13:00-17:00`; null where it is not hours in order. */
export function workingHoursFromText(text: string): string | null {
  const ranges = text
    .split(/[,;]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map(minutesFromText)
  let last = -1
  for (const range of ranges) {
    if (!range || range.from < last || range.to <= range.from) return null
    last = range.to
  }
  const all = ranges.flatMap((range) => (range ? [`${written(range.from)}-${written(range.to)}`] : []))
  return all.length > 0 ? all.join(',') : null
}

const TIME = String.raw`(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm)?`
const RANGE = new RegExp(String.raw`^${TIME}\s*(?:-|–|to)\s*${TIME}$`, 'i')

function minutesFromText(text: string): { from: number; to: number } | null {
  const found = RANGE.exec(text)
  if (!found) return null
  const from = minute(found[1], found[2], found[3])
  // Midnight at the end of a day is its end.
  const to = minute(found[4], found[5], found[6]) || 1440
  return to <= 1440 ? { from, to } : null
}

function minute(hour = '0', minutes = '0', half = ''): number {
  // Twelve is the first hour of its half.
  const within = half === '' ? Number(hour) : Number(hour) % 12
  return (within + (half.toLowerCase() === 'pm' ? 12 : 0)) * 60 + Number(minutes)
}

const two = (number: number) => String(number).padStart(2, '0')
const written = (minute: number) => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`
