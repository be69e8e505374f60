import { expect, test } from 'vitest'
import type { Impact, QuadrantEntry } from '../../host/types'
import { dotsOf } from './quadrant'

const entry = (uid: string, impact: Impact, hours_per_week: number): QuadrantEntry => ({
  series: { uid, summary: uid, category: 'cross_team', hours_per_week, times: 4 },
  impact,
  much_effort: hours_per_week >= 1,
  name: ''
})

test('an hour a week is the middle, impact is above or below, and nobody is outside', () => {
  const dots = dotsOf([
    entry('snack', 'low', 0.5),
    entry('middle', 'low', 1),
    entry('worth', 'high', 8),
    entry('most', 'high', 40)
  ])
  expect(dots.map(({ x }) => x)).toEqual([0.25, 0.5, expect.closeTo(0.78, 1), 1])
  for (const { entry: of, y } of dots) expect(y > 0.5).toBe(of.impact === 'low')
  expect(new Set(dots.map(({ y }) => y)).size).toBe(4)
})
