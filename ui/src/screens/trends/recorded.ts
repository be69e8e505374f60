import type { TrendPeriod } from '../../host/types'

/** Less of a period than this in the calendar is no record of it. */
const LEAST = 0.05

/**
 * From the first period that was really kept: a series that began long ago reaches further back than the calendar
 * does, and the weeks it stands in alone would look like free ones.
 */
export function recorded(periods: TrendPeriod[]): TrendPeriod[] {
  const first = periods.findIndex(({ mix }) => {
    const booked = mix.categories.reduce((sum, { minutes }) => sum + minutes, 0)
    return booked > 0 && booked >= LEAST * mix.denominator_minutes
  })
  return first < 0 ? [] : periods.slice(first)
}
