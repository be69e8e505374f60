import type { Category, ForwardWeek } from '../../host/types'

export interface PromisedPart {
  category: Category
  minutes: number
  /** In per cent of the height, from the bottom. */
  from: number
  to: number
}

/** What is promised of a week, by category; free time above it stays blank. */
export function promisedOf({ mix }: ForwardWeek): PromisedPart[] {
  const whole = Math.max(1, mix.denominator_minutes)
  let sum = 0
  return mix.categories
    .filter(({ minutes }) => minutes > 0)
    .map(({ category, minutes }) => {
      const from = (sum / whole) * 100
      sum += minutes
      return { category, minutes, from, to: Math.min(100, (sum / whole) * 100) }
    })
}
