import { chosen } from './chosen.svelte'
import { addDays, dayOf, minuteOf, weekdayOf } from './wall'

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

const JOINED = '\u00a0'
const MINUS = '−'

/** Keeps figures and their units together in a sentence of the engine. */
export function joined(sentence: string): string {
  return sentence.replaceAll(/(\d) (?=%|h\b|min\b)/g, `$1${JOINED}`)
}

/** `5.3 h`; the sign of a rounded zero is dropped. */
export function hours(value: number): string {
  const size = Math.abs(value)
  // A quarter of an hour lies in the middle of two tenths: the even one is taken, as in the engine's sentences.
  const text = size % 1 === 0.25 ? `${Math.floor(size)}.2` : size.toFixed(1)
  return `${value < 0 && text !== '0.0' ? MINUS : ''}${text}${JOINED}h`
}

export function hoursOfMinutes(minutes: number): string {
  return hours(minutes / 60)
}

/** `45 min`, `5.3 h`, `41 h`: in a sentence, where nothing stands below it. */
export function hoursInText(minutes: number): string {
  return Math.abs(minutes) < 60 ? length(minutes) : hoursOfMinutes(minutes).replace('.0', '')
}

/** `45 min`, `1 h 30 min`: for lengths that people know by the clock. */
export function length(minutes: number): string {
  const whole = Math.round(minutes)
  if (whole < 60) return `${whole}${JOINED}min`
  const rest = whole % 60
  const full = `${Math.floor(whole / 60)}${JOINED}h`
  return rest === 0 ? full : `${full} ${rest}${JOINED}min`
}

export function share(value: number): string {
  return `${percents(value)}${JOINED}%`
}

/** Whole per cent; what lies in the middle goes to the even one, as in the engine's sentences. */
function percents(value: number): number {
  const exact = value * 100
  const near = Math.round(exact)
  return exact % 1 === 0.5 && near % 2 === 1 ? near - 1 : near
}

/** `30–40 %`, or one figure where both ends round to the same. */
export function shareRange(low: number, high: number): string {
  const [from, to] = [percents(low), percents(high)]
  return from === to ? share(low) : `${from}–${to}${JOINED}%`
}

export function signedHours(value: number): string {
  const text = hours(value)
  return value > 0 && text !== hours(0) ? `+${text}` : text
}

export function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString('en-GB')} ${number === 1 ? one : many}`
}

export function weekdayName(day: string): string {
  return WEEKDAYS[weekdayOf(day)] ?? ''
}

function parts(day: string): { date: number; month: string; year: string } {
  return {
    date: Number(day.slice(8, 10)),
    month: MONTHS[Number(day.slice(5, 7)) - 1] ?? '',
    year: day.slice(0, 4)
  }
}

/** `Mon 9`: a column head. */
export function dayHead(day: string): string {
  return `${weekdayName(day).slice(0, 3)} ${parts(day).date}`
}

export function longDay(day: string): string {
  const { date, month } = parts(day)
  return `${weekdayName(day)} ${date} ${month}`
}

/** `9 Nov 2026` */
export function dayWithYear(wall: string): string {
  const { date, month, year } = parts(wall)
  return `${date} ${month} ${year}`
}

/** `9 Nov 2026, 9:30`; a bare date stays one. */
export function moment(wall: string): string {
  return wall.includes('T') ? `${dayWithYear(wall)}, ${clock(minuteOf(wall))}` : dayWithYear(wall)
}

/** `every 12 hours`, `every day`: an interval in the greatest unit that fits. */
export function every(minutes: number): string {
  const units = [
    [24 * 60, 'day'],
    [60, 'hour']
  ] as const
  const [long, unit] = units.find(([long]) => minutes >= long && minutes % long === 0) ?? [1, 'minute']
  const times = minutes / long
  return times === 1 ? `every ${unit}` : `every ${count(times, unit)}`
}

/** `1.8 MB`, as file managers count. */
export function size(bytes: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB']
  const step = Math.min(units.length - 1, bytes < 1 ? 0 : Math.floor(Math.log10(bytes) / 3))
  const value = bytes / 1000 ** step
  return `${step === 0 ? value : value.toFixed(value < 10 ? 1 : 0)}${JOINED}${units[step]}`
}

function shortDay(day: string): string {
  return `${dayHead(day)} ${parts(day).month}`
}

/** `Week 46`; where weeks are not called by their numbers, `Week of 9 Nov`. */
export function weekNumber(week: string): string {
  if (chosen.display.week_numbers) return `Week ${Number(week.slice(6))}`
  const { date, month } = parts(chosen.firstOf(week))
  return `Week of ${date} ${month}`
}

/** `W46`, or with another letter or none; where weeks are not called by their numbers, `9 Nov`. */
export function shortWeek(week: string, letter = 'W'): string {
  if (chosen.display.week_numbers) return `${letter}${Number(week.slice(6))}`
  const { date, month } = parts(chosen.firstOf(week))
  return `${date}${JOINED}${month}`
}

/** `9–15 Nov 2026`, `28 Sep–4 Oct 2026`; over the turn of the year `28 Dec–3 Jan 2027`, which keeps it short. */
export function dateRange(from: string, to: string): string {
  const [a, b] = [parts(from), parts(to)]
  if (a.month !== b.month) return `${a.date} ${a.month}–${b.date} ${b.month} ${b.year}`
  return `${a.date}–${b.date} ${b.month} ${b.year}`
}

/** `9:30`, `17:00`; with twelve hours `9:30 am`, `5 pm`. */
export function clock(minute: number): string {
  const [hour, rest] = [Math.floor(minute / 60), minute % 60]
  const two = String(rest).padStart(2, '0')
  if (!chosen.display.twelve_hours) return `${hour}:${two}`
  const half = hour % 24 < 12 ? 'am' : 'pm'
  return `${hour % 12 || 12}${rest === 0 ? '' : `:${two}`}${JOINED}${half}`
}

/** `9:30–10:30`, for a wall-clock start and end of the same day. */
export function clockRange(start: string, end: string): string {
  const to = dayOf(end) > dayOf(start) && minuteOf(end) === 0 ? 1440 : minuteOf(end)
  const [first, last] = [clock(minuteOf(start)), clock(to)]
  // “9–10:30 am”: one half of the day is said once.
  const half = first.slice(-3)
  return chosen.display.twelve_hours && last.endsWith(half)
    ? `${first.slice(0, -3)}–${last}`
    : `${first}–${last}`
}

/** When an event is, in words: `Tue 10 Nov, 9:30–10:30`; whole days as dates, the last one included. */
export function when(start: string, end: string, allDay: boolean): string {
  return whenWith(shortDay, start, end, allDay)
}

/** The same to be heard: `Tuesday 10 Nov, 9:30–10:30`. */
export function spokenWhen(start: string, end: string, allDay: boolean): string {
  return whenWith(longDay, start, end, allDay)
}

function whenWith(named: (day: string) => string, start: string, end: string, allDay: boolean): string {
  const first = dayOf(start)
  if (allDay) {
    const last = dayOf(end) > first ? addDays(dayOf(end), -1) : first
    return first === last ? `${named(first)}, all day` : `${named(first)} – ${named(last)}, all day`
  }
  const overnight = dayOf(end) > addDays(first, 1) || (dayOf(end) > first && minuteOf(end) > 0)
  if (overnight) {
    return `${named(first)}, ${clock(minuteOf(start))} – ${named(dayOf(end))}, ${clock(minuteOf(end))}`
  }
  return `${named(first)}, ${clockRange(start, end)}`
}
