import type { PlanArithmetic } from '../../host/types'

/** All in per cent of the bar's width. */
export interface ShareBarGeometry {
  mornings: number
  all: number
  band: { from: number; to: number }
}

/** Half of working time at the right edge, or all of it where that is not enough. */
export function shareBar(sum: PlanArithmetic, high: number | null): ShareBarGeometry {
  const most = Math.max(sum.share, high ?? 0, sum.low)
  const full = most <= 0.5 ? 0.5 : 1
  const at = (share: number) => Math.min(100, Math.max(0, (share / full) * 100))
  return {
    mornings: at(sum.morning_share),
    all: at(sum.share),
    band: { from: at(sum.low), to: at(high ?? full) }
  }
}
