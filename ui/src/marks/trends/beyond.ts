import type { TrendPeriod } from '../../host/types'

/** Periods that follow each other and are known in one way, by their places. */
export interface Beyond {
  from: number
  to: number
  words: string
}

/** To follow the name of a period that is not over yet, or inside which the calendar starts or ends. */
export const partWords = ({ partial }: TrendPeriod): string => (partial ? ', in part' : '')

/** How a period is known, to follow its name: `, series only`, `, promised`, `, in part`; empty for a whole one. */
export function sortWords(period: TrendPeriod): string {
  if (period.series_only) return ', series only'
  return period.promised ? ', promised' : partWords(period)
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
