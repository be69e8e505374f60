import type { CategoryShare } from '../../host/types'

/** All in per cent of the bar's width. */
export interface Bullet {
  booked: number
  /** Where the open focus ends; it begins where the booked part does. */
  open: number
  band: { from: number; to: number } | null
  /** How far uncertain events could carry the share. */
  range: { from: number; to: number } | null
  /** Where the share would be after a change. */
  after: number | null
}

/** The share at the right edge: at least a half, the same for all bars and, mostly, from week to week. */
export function fullScale(rows: CategoryShare[]): number {
  const most = Math.max(0, ...rows.flatMap((row) => [row.share, row.range_high, row.high ?? 0]))
  return [0.5, 0.75].find((full) => most <= full) ?? 1
}

export function bullet(row: CategoryShare, full: number, after: number | null = null): Bullet {
  const at = (share: number) => Math.min(100, Math.max(0, (share / full) * 100))
  const filled = row.minutes + row.open_focus_minutes
  const booked = filled > 0 ? (row.share * row.minutes) / filled : 0
  // Less than half a point either way is not worth a mark.
  const uncertain = row.range_high - row.range_low >= 0.005
  return {
    booked: at(booked),
    open: at(row.share),
    band: row.low === null || row.high === null ? null : { from: at(row.low), to: at(row.high) },
    range: uncertain ? { from: at(row.range_low), to: at(row.range_high) } : null,
    // What does not move is not marked.
    after: after === null || Math.abs(after - row.share) < 0.0005 ? null : at(after)
  }
}
