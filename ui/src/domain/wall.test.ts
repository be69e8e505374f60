import { describe, expect, it } from 'vitest'
import { addDays, addWeeks, mondayOf, daysBetween, isoWeekOf, minuteOf, partOfDay, weekdayOf } from './wall'

describe('wall clock', () => {
  it('counts days without a zone, also where the computer changes its clocks', () => {
    expect(addDays('2026-10-24', 2)).toBe('2026-10-26')
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28')
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2)
  })

  it('reads minutes of a day', () => {
    expect(minuteOf('2026-11-09T09:05:00')).toBe(545)
    expect(minuteOf('13:30:00')).toBe(810)
    expect(minuteOf('2026-11-09')).toBe(0)
  })

  it('starts the week on Monday', () => {
    expect(weekdayOf('2026-11-09')).toBe(0)
    expect(weekdayOf('2026-11-15')).toBe(6)
  })

  it.each([
    ['2026-11-09', '2026-W46'],
    ['2026-11-15', '2026-W46'],
    ['2027-01-01', '2026-W53'],
    ['2027-01-04', '2027-W01'],
    ['2024-12-30', '2025-W01'],
    ['2021-01-03', '2020-W53']
  ])('puts %s into ISO week %s', (day, week) => {
    expect(isoWeekOf(day)).toBe(week)
  })

  it('goes from week to week over the turn of the year', () => {
    expect(mondayOf('2026-W46')).toBe('2026-11-09')
    expect(mondayOf('2021-W01')).toBe('2021-01-04')
    expect(addWeeks('2026-W53', 1)).toBe('2027-W01')
    expect(addWeeks('2026-W01', -1)).toBe('2025-W52')
  })

  it('cuts an event over midnight into the parts of its days', () => {
    const [start, end] = ['2026-11-09T23:00:00', '2026-11-10T01:30:00']
    expect(partOfDay(start, end, '2026-11-09')).toEqual({ start: 1380, end: 1440 })
    expect(partOfDay(start, end, '2026-11-10')).toEqual({ start: 0, end: 90 })
    expect(partOfDay(start, end, '2026-11-11')).toBeNull()
  })

  it('keeps an event without length on its day', () => {
    expect(partOfDay('2026-11-09T10:00:00', '2026-11-09T10:00:00', '2026-11-09')).toEqual({
      start: 600,
      end: 600
    })
  })

  it('ends at midnight without reaching into the next day', () => {
    expect(partOfDay('2026-11-09T22:00:00', '2026-11-10T00:00:00', '2026-11-10')).toBeNull()
  })
})
