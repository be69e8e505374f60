import { describe, expect, it } from 'vitest'
import { mixOf, shareOf } from '../../../tests/build'
import type { ForwardWeek } from '../../host/types'
import { promisedOf } from './forward'

const week = (mix: ForwardWeek['mix']): ForwardWeek => ({
  week: '2026-W46',
  from: '2026-11-09',
  to: '2026-11-15',
  capacity_hours: 40,
  promised_hours: 20,
  promised_share: 0.5,
  mix,
  breaks: []
})

describe('the forward book', () => {
  it('stacks what is promised, leaves free time blank and categories without time out', () => {
    const rows = (['one_on_one', 'review', 'strategy', 'other_work'] as const).map((category) =>
      shareOf(category, { minutes: 0 })
    )
    const parts = promisedOf(
      week(mixOf([...rows, shareOf('deep_work', { minutes: 600 }), shareOf('cross_team', { minutes: 720 })]))
    )
    expect(parts.map(({ category }) => category)).toEqual(['deep_work', 'cross_team'])
    expect(parts[0]).toMatchObject({ from: 0, to: 25 })
    expect(parts[1]?.from).toBe(25)
    expect(parts[1]?.to).toBeCloseTo(55)
  })

  it('draws nothing of an empty week', () => {
    const none = { ...mixOf(), denominator_minutes: 0, categories: [] }
    expect(promisedOf(week(none))).toEqual([])
  })
})
