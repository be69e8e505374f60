import type { QuadrantEntry } from '../../host/types'

/** A series in the quadrant: x from 0 (no effort) to 1, y from 0 (top, much impact) to 1. */
export interface Dot {
  entry: QuadrantEntry
  number: number
  x: number
  y: number
}

/** The hours a week that part little effort from much (section 6 of docs/product.md: easy things are small). */
export const MUCH = 1

/**
 * Where each series lies. The middle is an hour a week; beyond it twice the hours are the same step, so that one long
 * series does not press the others to the edge. Impact is only much or little: in its half, each has a line of its own.
 */
export function dotsOf(entries: QuadrantEntry[]): Dot[] {
  const most = Math.max(2 * MUCH, ...entries.map(({ series }) => series.hours_per_week))
  const x = (hours: number) =>
    hours <= MUCH ? (hours / MUCH) * 0.5 : 0.5 + (Math.log(hours / MUCH) / Math.log(most / MUCH)) * 0.5
  const halves = (['high', 'low'] as const).map((impact) => entries.filter((one) => one.impact === impact))
  return entries.map((entry, index) => {
    const half = halves[entry.impact === 'high' ? 0 : 1] ?? []
    const line = (half.indexOf(entry) + 1) / (half.length + 1)
    return {
      entry,
      number: index + 1,
      x: x(entry.series.hours_per_week),
      y: (entry.impact === 'high' ? 0 : 0.5) + line * 0.5
    }
  })
}

export const NAMES: { name: QuadrantEntry['name']; about: string; right: boolean; below: boolean }[] = [
  { name: 'Quick win', about: 'much impact, little effort', right: false, below: false },
  { name: 'Worth it', about: 'much impact, much effort', right: true, below: false },
  {
    name: 'Snacking',
    about: 'little impact, little effort: easy, and rarely what matters',
    right: false,
    below: true
  },
  { name: 'Preening', about: 'little impact, much effort', right: true, below: true }
]
