import type { TrendPeriod } from '../../host/types'

/** One of the small charts under the mix. */
export interface SmallChart {
  id: string
  label: string
  value: (period: TrendPeriod) => number | null
  say: (value: number) => string
  /** The same for the end of a scale: shorter. */
  tick: (value: number) => string
  /** The least the scale reaches up to; more where a period needs it. */
  full: number
  /** Lines to compare with, and what they are called. */
  lines: { at: number; label: string }[]
  shape: 'bar' | 'dot'
}

/** The top of a small chart's scale: round, and the same from one look to the next as long as it fits. */
export function fullOf({ full, value }: SmallChart, periods: TrendPeriod[]): number {
  const most = Math.max(full, ...periods.map((period) => value(period) ?? 0))
  const unit = full <= 1 ? 0.2 : full
  return Math.ceil(most / unit - 1e-9) * unit
}
