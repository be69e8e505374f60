import type { Category, Mix, TrendPeriod } from '../../host/types'

/** What a period's time is divided into: booked categories, and the two sorts of free time. */
export type TimePart = Category | 'open_focus' | 'fragments'

export interface Segment {
  part: TimePart
  minutes: number
  /** Where it lies in the whole, 0–1 from the bottom. */
  from: number
  to: number
}

/** From the bottom: the category that is looked at, the others in their order, fragments on top. */
export function stackOf(mix: Mix, base: Category): Segment[] {
  const rows = mix.categories.toSorted((a, b) => Number(b.category === base) - Number(a.category === base))
  const parts: { part: TimePart; minutes: number }[] = rows.flatMap((row) => [
    { part: row.category, minutes: row.minutes },
    // Open focus counts as deep work: it lies on top of it.
    ...(row.open_focus_minutes > 0 ? [{ part: 'open_focus' as const, minutes: row.open_focus_minutes }] : [])
  ])
  parts.push({ part: 'fragments', minutes: mix.fragment_minutes })
  const whole = Math.max(1, mix.denominator_minutes)
  let sum = 0
  return parts
    .filter(({ minutes }) => minutes > 0)
    .map(({ part, minutes }) => {
      const from = sum / whole
      sum += minutes
      return { part, minutes, from, to: Math.min(1, sum / whole) }
    })
}

/** The band of the category at the bottom: the one whose height can be read against it. */
export function bandOf(periods: TrendPeriod[], base: Category): { low: number; high: number } | null {
  const row = periods.at(-1)?.mix.categories.find(({ category }) => category === base)
  return row && row.low !== null && row.high !== null ? { low: row.low, high: row.high } : null
}

/** Pushes labels apart that would lie on each other; in and out from the top. */
export function apart(places: number[], distance: number): number[] {
  const order = places.map((place, index) => ({ place, index })).sort((a, b) => a.place - b.place)
  let last = Number.NEGATIVE_INFINITY
  const out = new Array<number>(places.length).fill(0)
  for (const { place, index } of order) {
    last = Math.max(place, last + distance)
    out[index] = last
  }
  return out
}
