import { addDays, dayOf, minuteOf, partOfDay, weekdayOf } from '../../domain/wall'
import type { DayView, EventView, GapView, WeekView } from '../../host/types'
import { hoursShown, type Hours } from './hours'
import { rankedLanes, type Lane } from './lanes'
import type { Stop } from './rove'

export interface PlacedEvent {
  event: EventView
  start: number
  end: number
  lane: Lane
}

/** The beginning of the keys of what stands among events and draws itself. */
export const MARKED = 'plan:'

/** What draws itself, where it is drawn. */
export interface Mark {
  placed: PlacedEvent
  hours: Hours
  /** For `data-stop`: the arrow keys find it. */
  stop: string
  isTabStop: boolean
  /** Its panel is open. */
  shown: boolean
}

export interface PlacedGap {
  gap: GapView
  start: number
  end: number
  /** The longest part of it that nothing is drawn over: where its length can be read. */
  clear: { start: number; end: number }
}

export interface DayColumn {
  day: DayView
  events: PlacedEvent[]
  gaps: PlacedGap[]
  /** What lies between two stretches of working time: lunch. `clear`: nothing is drawn over it. */
  breaks: { start: number; end: number; clear: boolean }[]
  isToday: boolean
}

/** A whole-day event over the shown columns, `to` not included, in one row of the strip. */
export interface Strip {
  event: EventView
  from: number
  to: number
  row: number
}

export interface WeekLayout {
  columns: DayColumn[]
  strips: Strip[]
  hours: Hours
}

/** So short an event is still drawn this tall, in minutes of height, so that it can be read and hit. */
const SHORTEST = 15

export function weekLayout(view: WeekView): WeekLayout {
  const all = view.days.map((day) => columnOf(day, view))
  // A weekend without anything timed or worked in it is left out: five days have more room than seven.
  const columns = all.filter(
    ({ day, events }) => weekdayOf(day.day) < 5 || events.length > 0 || day.working.length > 0
  )
  const working = columns.flatMap(({ day }) =>
    day.working.map(({ start, end }) => ({ start: minuteOf(start), end: minuteOf(end) || 1440 }))
  )
  const spans = columns.flatMap(({ events }) => events)
  return { columns, strips: stripsOf(view.events, columns), hours: hoursShown([...working, ...spans]) }
}

/**
 * When work first begins in the week, to show that first; null without any. What begins at midnight ends the evening
 * before, on a journey, and is told only where there is nothing else.
 */
export function firstWorkOf(columns: DayColumn[]): number | null {
  const starts = columns.flatMap(({ day }) => day.working.map(({ start }) => minuteOf(start)))
  const begun = starts.filter((start) => start > 0)
  return starts.length === 0 ? null : Math.min(...(begun.length > 0 ? begun : starts))
}

function columnOf(day: DayView, view: WeekView): DayColumn {
  const events = view.events
    .filter((event) => !event.row.all_day)
    .flatMap((event) => {
      const part = partOfDay(event.start, event.end, day.day)
      return part ? [{ event, ...part }] : []
    })
  const spans = (counted: boolean) =>
    events
      .filter(({ event }) => event.row.counted === counted)
      .map(({ event, start, end }) => ({ key: event.key, start, end }))
  const places = rankedLanes(spans(true), spans(false), SHORTEST)
  const gaps = day.gaps.map((gap) => {
    const start = minuteOf(gap.start)
    const end = dayOf(gap.end) > day.day ? 1440 : minuteOf(gap.end)
    return { gap, start, end, clear: clearPart(start, end, events) }
  })
  return {
    day,
    events: events.map((placed) => ({
      ...placed,
      lane: places.get(placed.event.key) ?? { left: 0, width: 1, depth: 0, beside: false }
    })),
    gaps,
    breaks: breaksOf(day, events),
    isToday: dayOf(view.now) === day.day
  }
}

/** The part of a day between its stretches of working time, where it has two or more. */
function breaksOf(day: DayView, events: { start: number; end: number }[]) {
  return day.working.slice(1).flatMap((range, index) => {
    const [start, end] = [minuteOf(day.working[index]?.end ?? ''), minuteOf(range.start)]
    const clear = !events.some((event) => event.start < end && event.end > start)
    return end > start ? [{ start, end, clear }] : []
  })
}

/** What does not count is drawn over free time; the longest part of `start` to `end` beside all of it. */
function clearPart(start: number, end: number, events: { start: number; end: number }[]) {
  let best = { start, end: start }
  let from = start
  const over = events.filter((event) => event.start < end && event.end > start)
  for (const event of [...over.toSorted((a, b) => a.start - b.start), { start: end, end }]) {
    if (event.start - from > best.end - best.start) best = { start: from, end: event.start }
    from = Math.max(from, event.end, event.start + SHORTEST)
  }
  return best
}

function stripsOf(events: EventView[], columns: DayColumn[]): Strip[] {
  const strips: Strip[] = []
  for (const event of events.filter(({ row }) => row.all_day)) {
    const first = dayOf(event.start)
    const after = dayOf(event.end) > first ? dayOf(event.end) : addDays(first, 1)
    const covered = columns.flatMap(({ day }, index) => (day.day >= first && day.day < after ? [index] : []))
    const from = covered[0]
    if (from === undefined) continue
    const to = (covered.at(-1) ?? from) + 1
    let row = 0
    while (strips.some((other) => other.row === row && other.from < to && from < other.to)) row += 1
    strips.push({ event, from, to, row })
  }
  return strips
}

export const headId = (day: string) => `head ${day}`
export const eventId = (key: string) => `event ${key}`
export const gapId = (start: string) => `gap ${start}`

/** Everything in the grid that can be selected, for the arrow keys. */
export function stopsOf({ columns, strips }: WeekLayout): Stop[] {
  const timed = columns.flatMap(({ day, events, gaps }, column) => [
    { id: headId(day.day), column, at: -100 },
    ...events.map(({ event, start }) => ({ id: eventId(event.key), column, at: start })),
    ...gaps.map(({ gap, start }) => ({ id: gapId(gap.start), column, at: start }))
  ])
  const whole = strips.map(({ event, from, row }) => ({ id: eventId(event.key), column: from, at: row - 50 }))
  // An event over midnight has two parts; the first one is its stop.
  return [...timed, ...whole].filter(
    (stop, index, all) => all.findIndex(({ id }) => id === stop.id) === index
  )
}
