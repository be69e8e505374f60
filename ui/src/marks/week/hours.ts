export interface Hours {
  /** Whole hours of the day, `to` not included. */
  from: number
  to: number
}

/** The hours a week shows: as many as its working hours and its events need. */
export function hoursShown(spans: { start: number; end: number }[]): Hours {
  if (spans.length === 0) return { from: 9, to: 17 }
  const from = Math.floor(Math.min(...spans.map(({ start }) => start)) / 60)
  const to = Math.ceil(Math.max(...spans.map(({ end }) => end)) / 60)
  return { from, to: Math.max(to, from + 1) }
}

export function hourMarks({ from, to }: Hours): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index)
}

/** Where a minute of the day lies, in per cent of the height. */
export function heightOf(minute: number, { from, to }: Hours): number {
  return ((minute - from * 60) / ((to - from) * 60)) * 100
}

/** What the pointer is at: the inverse, for a share 0–1 of the height, on a raster of minutes. */
export function minuteAt(share: number, { from, to }: Hours, raster = 15): number {
  return Math.round((from * 60 + share * (to - from) * 60) / raster) * raster
}
