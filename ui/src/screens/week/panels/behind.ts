import { dayOf, partOfDay } from '../../../domain/wall'
import type { Category, EventView, GapView, WeekView } from '../../../host/types'

/** The events a category's minutes come from, the largest first. */
export function eventsOfCategory(view: WeekView, category: Category): EventView[] {
  return view.events
    .filter(({ row, minutes }) => row.category === category && row.counted && minutes > 0)
    .sort((a, b) => b.minutes - a.minutes)
}

export function openFocus(view: WeekView): GapView[] {
  return view.days.flatMap(({ gaps }) => gaps).filter(({ kind }) => kind === 'open_focus')
}

export function eventsOfDay(view: WeekView, day: string): EventView[] {
  return view.events.filter(({ start, end }) => partOfDay(start, end, day) !== null)
}

/** What lies right before and after a stretch of time on its day. */
export function neighbours(view: WeekView, gap: GapView): EventView[] {
  const counted = eventsOfDay(view, dayOf(gap.start)).filter(({ row }) => row.counted)
  const before = counted.filter(({ end }) => end <= gap.start).sort((a, b) => (a.end < b.end ? 1 : -1))[0]
  const after = counted.find(({ start }) => start >= gap.end)
  return [before, after].filter((event) => event !== undefined)
}

/** A signal's evidence: its events, on its day only where it is about a day. */
export function eventsBehind(view: WeekView, evidence: string[], id = ''): EventView[] {
  const day = /:(\d{4}-\d{2}-\d{2})$/.exec(id)?.[1]
  return view.events.filter(
    ({ row, series, start, end }) =>
      (evidence.includes(row.uid) || evidence.includes(series)) &&
      (day === undefined || partOfDay(start, end, day) !== null)
  )
}
