import type { TrendPeriod } from '../../host/types'

/** Periods that follow each other and are known in one way, by their places. */
export interface Beyond {
  from: number
  to: number
  words: string
}

/** How a period is known, to follow its name: `, series only`, `, promised`, `, so far`; empty for a whole one. */
export function sortWords({ partial, series_only, promised }: TrendPeriod): string {
  if (series_only) return ', series only'
  if (promised) return ', promised'
  return partial ? ', so far' : ''
}

/** Where only series are known, and where everything is still to come. */
export function beyondOf(periods: TrendPeriod[]): Beyond[] {
  const found: Beyond[] = []
  periods.forEach((period, index) => {
    const words = period.series_only ? 'series only' : period.promised ? 'promised' : ''
    const last = found.at(-1)
    if (last && last.words === words && last.to === index - 1) last.to = index
    else if (words) found.push({ from: index, to: index, words })
  })
  return found
}
