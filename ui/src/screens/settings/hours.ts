import { clock } from '../../domain/format'
import { workingHoursFromText } from '../../domain/working-hours'
import { minuteOf } from '../../domain/wall'
import type { TimeRange, WorkingHours } from '../../host/types'

export const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** `9:00–12:00, 13:00–17:00`; empty for a day off. */
export function dayText(ranges: TimeRange[]): string {
  const at = (time: string) => clock(time.startsWith('23:59:59') ? 1440 : minuteOf(time))
  return ranges.map(({ start, end }) => `${at(start)}–${at(end)}`).join(', ')
}

/** How many minutes a day's ranges are. */
export function minutesOf(ranges: TimeRange[]): number {
  return ranges.reduce((sum, { start, end }) => sum + Math.round(seconds(end) - seconds(start)) / 60, 0)
}

function seconds(time: string): number {
  const last = time.startsWith('23:59:59') ? 60 : 0
  return minuteOf(time) * 60 + last
}

/** One day changed, all of them as the engine reads them; null where the text is no hours. */
export function hoursWith(hours: WorkingHours, day: number, text: string): string | null {
  const written =
    text.trim() === '' || text.trim().toLowerCase() === 'off' ? 'off' : workingHoursFromText(text)
  if (written === null) return null
  const names = WEEKDAYS.map((name) => name.slice(0, 3))
  return hours.days
    .map((ranges, at) => `${names[at]} ${at === day ? written : engineText(ranges)}`)
    .join('; ')
}

/** The hours of one day on others too. */
export function hoursCopied(hours: WorkingHours, from: number, to: number[]): string {
  const names = WEEKDAYS.map((name) => name.slice(0, 3))
  return hours.days
    .map((ranges, at) => `${names[at]} ${engineText((to.includes(at) ? hours.days[from] : ranges) ?? [])}`)
    .join('; ')
}

function engineText(ranges: TimeRange[]): string {
  const at = (time: string) => (time.startsWith('23:59:59') ? '24:00' : time.slice(0, 5))
  return ranges.map(({ start, end }) => `${at(start)}-${at(end)}`).join(',') || 'off'
}
