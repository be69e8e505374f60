import type { CategoryShare } from '../../host/types'

/** A share that is drawn; `minutes` divide it into booked and open, `range_…` say how far it could reach. */
export type DrawnShare = Pick<CategoryShare, 'category' | 'share' | 'low' | 'high'> &
  Partial<Pick<CategoryShare, 'minutes' | 'open_focus_minutes' | 'range_low' | 'range_high'>>

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
  /** What was guessed before it was shown. */
  guess: number | null
}

/** The share at the right edge: at least a half, the same for all bars and, mostly, from week to week. */
export function fullScale(rows: (DrawnShare & { guess?: number | null })[]): number {
  const most = Math.max(
    0,
    ...rows.flatMap((row) => [row.share, row.range_high ?? 0, row.high ?? 0, row.guess ?? 0])
  )
  return [0.5, 0.75].find((full) => most <= full) ?? 1
}

interface Beside {
  after?: number | null
  guess?: number | null
}

export function bullet(row: DrawnShare, full: number, { after = null, guess = null }: Beside = {}): Bullet {
  const at = (share: number) => Math.min(100, Math.max(0, (share / full) * 100))
  const {
    share,
    low,
    high,
    minutes = 1,
    open_focus_minutes: open = 0,
    range_low = share,
    range_high = share
  } = row
  const filled = minutes + open
  const booked = filled > 0 ? (share * minutes) / filled : 0
  // Less than half a point either way is not worth a mark.
  const uncertain = range_high - range_low >= 0.005
  return {
    booked: at(booked),
    open: at(share),
    band: low === null || high === null ? null : { from: at(low), to: at(high) },
    range: uncertain ? { from: at(range_low), to: at(range_high) } : null,
    // What does not move is not marked.
    after: after === null || Math.abs(after - share) < 0.0005 ? null : at(after),
    guess: guess === null ? null : at(guess)
  }
}
