// Weeks, months, quarters and years as pairs of days, the last one included. Only dates are reckoned with here; where a
// day begins and ends is the engine's business.
import { dateRange, dayWithYear, weekNumber } from './format'
import { chosen } from './chosen.svelte'
import { addDays, weekdayOf } from './wall'

export type PeriodKind = 'week' | 'month' | 'quarter' | 'year' | 'days'

export interface Days {
  from: string
  to: string
}

const MONTHS: Record<'month' | 'quarter' | 'year', number> = { month: 1, quarter: 3, year: 12 }
const NAMES = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December'
]

const yearOf = (day: string) => Number(day.slice(0, 4))
/** January is 0. */
const monthOf = (day: string) => Number(day.slice(5, 7)) - 1

function firstOf(year: number, month: number): string {
  const months = year * 12 + month
  const two = String((((months % 12) + 12) % 12) + 1).padStart(2, '0')
  return `${String(Math.floor(months / 12)).padStart(4, '0')}-${two}-01`
}

/** The period of a kind that a day lies in. */
export function periodAround(kind: Exclude<PeriodKind, 'days'>, day: string): Days {
  if (kind === 'week') {
    const from = addDays(day, -weekdayOf(day))
    return { from, to: addDays(from, 6) }
  }
  const months = MONTHS[kind]
  const month = monthOf(day) - (monthOf(day) % months)
  return { from: firstOf(yearOf(day), month), to: addDays(firstOf(yearOf(day), month + months), -1) }
}

/** The one before it, or after it. */
export function stepped(kind: Exclude<PeriodKind, 'days'>, { from, to }: Days, by: 1 | -1): Days {
  return periodAround(kind, addDays(by === 1 ? to : from, by))
}

/** `Week 46 · 9–15 Nov 2026`, `November 2026`, `Quarter 4, 2026`, `2026`; any other days as they are. */
export function periodName(kind: PeriodKind, { from, to }: Days): string {
  switch (kind) {
    case 'week':
      return `${weekNumber(chosen.weekOf(from))} · ${dateRange(from, to)}`
    case 'month':
      return `${NAMES[monthOf(from)]} ${yearOf(from)}`
    case 'quarter':
      return `Quarter ${monthOf(from) / 3 + 1}, ${yearOf(from)}`
    case 'year':
      return String(yearOf(from))
    case 'days':
      return from === to ? dayWithYear(from) : dateRange(from, to)
  }
}

/** Why days cannot be asked for, or null. */
export function daysProblem({ from, to }: Days): string | null {
  const is = (day: string) => /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(`${day}T00:00:00Z`))
  if (!is(from) || !is(to)) return 'A day is written 2026-11-09.'
  return from > to ? 'The last day is before the first.' : null
}
