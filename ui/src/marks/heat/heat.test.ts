import { describe, expect, test } from 'vitest'
import type { HeatCell, HeatMap } from '../../host/types'
import { fullest, minutesOf, rowsOf, stopsOf, strengthOf } from './heat'

const cell = (weekday: number, hour: number, changes: Partial<HeatCell> = {}): HeatCell => ({
  weekday,
  hour,
  days: 4,
  working_minutes: 240,
  meeting_minutes: 0,
  meeting_share: 0,
  focus_lost_minutes: 0,
  focus_lost_share: 0,
  meetings: 0,
  ...changes
})
const map = (cells: HeatCell[]): HeatMap => ({ cells, first_hour: 9, last_hour: 10, last_weekday: 1 })

describe('the heat map', () => {
  test('tells minutes of an hour on average, whole hours the strongest', () => {
    const full = cell(0, 9, { meeting_minutes: 240, focus_lost_minutes: 60 })
    expect(minutesOf(full, 'meetings')).toBe(60)
    expect(strengthOf(full, 'meetings')).toBe(1)
    expect(minutesOf(full, 'focus_lost')).toBe(15)
    expect(minutesOf(cell(5, 9, { days: 0 }), 'meetings')).toBe(0)
  })

  test('has a row for each hour, and a stop for each cell', () => {
    const cells = [cell(0, 9), cell(0, 10), cell(1, 9), cell(1, 10)]
    expect(rowsOf(map(cells)).map(({ hour, cells: there }) => [hour, there.length])).toEqual([
      [9, 2],
      [10, 2]
    ])
    expect(stopsOf(map(cells))).toHaveLength(4)
    expect(rowsOf(map([]))).toEqual([])
  })

  test('knows its fullest hour, and that an empty one is none', () => {
    const most = cell(1, 10, { meeting_minutes: 100 })
    expect(fullest(map([cell(0, 9, { meeting_minutes: 90 }), most]), 'meetings')).toBe(most)
    expect(fullest(map([cell(0, 9)]), 'meetings')).toBeNull()
  })
})
