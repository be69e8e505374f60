import type { WorkingHours } from '../host/types'
import { clock } from './format'
import { minuteOf } from './wall'

/** `9:00–12:00, 13:00–17:00`: Monday's, as people write it. */
export function workingHoursText(hours: WorkingHours): string {
  return hours.days[0].map(({ start, end }) => `${clock(minuteOf(start))}–${clock(minuteOf(end))}`).join(', ')
}

/** What people write, as the engine reads it: `09:00-12:00,13:00-17:00`; null where it is not hours in order. */
export function workingHoursFromText(text: string): string | null {
  const ranges = text
    .split(/[,;]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map(rangeFromText)
  let last = -1
  for (const range of ranges) {
    if (!range || range.from < last || range.to <= range.from) return null
    last = range.to
  }
  const written = ranges.flatMap((range) => (range ? [`${padded(range.from)}-${padded(range.to)}`] : []))
  return written.length > 0 ? written.join(',') : null
}

function rangeFromText(text: string): { from: number; to: number } | null {
  const found = /^(\d{1,2})(?::(\d{2}))?\s*(?:-|–|to)\s*(\d{1,2})(?::(\d{2}))?$/.exec(text)
  if (!found) return null
  const from = Number(found[1]) * 60 + Number(found[2] ?? 0)
  const to = Number(found[3]) * 60 + Number(found[4] ?? 0)
  return to <= 1440 ? { from, to } : null
}

const padded = (minute: number) => clock(minute).padStart(5, '0')
