// Wall-clock strings (`YYYY-MM-DD`, `YYYY-MM-DDTHH:MM:SS`) come ready from the engine in the display zone. Here they
// are only taken apart: no zone of the computer may ever slip in, so every Date below is used as UTC.

const DAY = 86_400_000

export function dayOf(wall: string): string {
  return wall.slice(0, 10)
}

/** Minutes since midnight; 0 for a bare date. */
export function minuteOf(wall: string): number {
  const time = wall.slice(wall.indexOf('T') + 1)
  if (wall.length <= 10 && wall.includes('-')) return 0
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}

/** The wall clock at a minute of a day; 1440 is the next midnight. */
export function wallAt(day: string, minute: number): string {
  const date = minute >= 1440 ? addDays(day, 1) : day
  const two = (number: number) => String(number).padStart(2, '0')
  return `${date}T${two(Math.floor((minute % 1440) / 60))}:${two(minute % 60)}:00`
}

function utc(day: string): number {
  return Date.parse(`${dayOf(day)}T00:00:00Z`)
}

export function addDays(day: string, days: number): string {
  return new Date(utc(day) + days * DAY).toISOString().slice(0, 10)
}

export function daysBetween(from: string, to: string): number {
  return Math.round((utc(to) - utc(from)) / DAY)
}

/** Monday 0 … Sunday 6. */
export function weekdayOf(day: string): number {
  return (new Date(utc(day)).getUTCDay() + 6) % 7
}

export function isoWeekOf(day: string): string {
  const thursday = addDays(day, 3 - weekdayOf(day))
  const year = thursday.slice(0, 4)
  const week = Math.floor(daysBetween(`${year}-01-01`, thursday) / 7) + 1
  return `${year}-W${String(week).padStart(2, '0')}`
}

export function mondayOf(week: string): string {
  // 4 January is always in week 1.
  const fourth = `${week.slice(0, 4)}-01-04`
  return addDays(fourth, (Number(week.slice(6)) - 1) * 7 - weekdayOf(fourth))
}

/** The ISO week so many weeks later. */
export function addWeeks(week: string, weeks: number): string {
  return isoWeekOf(addDays(mondayOf(week), weeks * 7))
}

/** The part of [start, end) that lies in `day`, in minutes of that day; null where there is none. */
export function partOfDay(start: string, end: string, day: string): { start: number; end: number } | null {
  const from = Math.max(0, daysBetween(day, start) * 1440 + minuteOf(start))
  const to = Math.min(1440, daysBetween(day, end) * 1440 + minuteOf(end))
  return to > from || (to === from && dayOf(start) === day) ? { start: from, end: to } : null
}
