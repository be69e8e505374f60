import { describe, expect, it } from 'vitest'
import { heightOf, hourMarks, hoursShown, minuteAt } from './hours'

describe('hours', () => {
  it('shows what working hours and events need, in whole hours', () => {
    expect(
      hoursShown([
        { start: 540, end: 1020 },
        { start: 510, end: 570 },
        { start: 960, end: 1110 }
      ])
    ).toEqual({
      from: 8,
      to: 19
    })
  })

  it('shows a working day where there is nothing', () => {
    expect(hoursShown([])).toEqual({ from: 9, to: 17 })
  })

  it('shows at least an hour', () => {
    expect(hoursShown([{ start: 540, end: 540 }])).toEqual({ from: 9, to: 10 })
  })

  it('goes from minutes to height and back', () => {
    const hours = { from: 9, to: 17 }
    expect(heightOf(13 * 60, hours)).toBe(50)
    expect(minuteAt(0.5, hours)).toBe(13 * 60)
    expect(minuteAt(heightOf(615, hours) / 100, hours)).toBe(615)
    expect(hourMarks(hours)).toHaveLength(9)
  })
})
