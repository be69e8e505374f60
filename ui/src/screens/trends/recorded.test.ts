import { expect, it } from 'vitest'
import { mixOf, periodOf, shareOf } from '../../../tests/build'
import type { Category } from '../../host/types'
import { recorded } from './recorded'

const CATEGORIES: Category[] = ['deep_work', 'one_on_one', 'cross_team', 'review', 'strategy', 'other_work']
const booked = (id: string, minutes: number) =>
  periodOf(id, { mix: mixOf(CATEGORIES.map((category) => shareOf(category, { minutes: minutes / 6 }))) })

it('begins where the calendar does, and leaves later empty periods in', () => {
  const periods = [
    booked('2026-W20', 0),
    booked('2026-W21', 30),
    booked('2026-W22', 900),
    booked('2026-W23', 0),
    booked('2026-W24', 600)
  ]
  expect(recorded(periods).map(({ id }) => id)).toEqual(['2026-W22', '2026-W23', '2026-W24'])
})

it('has nothing to show of nothing', () => {
  expect(recorded([booked('2026-W20', 0)])).toEqual([])
  expect(recorded([])).toEqual([])
})
