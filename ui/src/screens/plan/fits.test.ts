import { describe, expect, it } from 'vitest'
import { misfit, nextPlace, type Busy, type Surroundings } from './fits'
import { relaxed, FIRST_WISHES } from './wishes'
import type { Slot } from './slots'

const TUE = '2026-11-17'
const WED = '2026-11-18'
const slot = (start: number, end: number, day = TUE): Slot => ({ day, start: start * 60, end: end * 60 })
const meeting = (title: string, at: Slot, changes: Partial<Busy> = {}): Busy => ({
  slot: at,
  title,
  yields: false,
  isBlock: false,
  ...changes
})
const around = (busy: Busy[] = [], changes: Partial<Surroundings['wishes']> = {}): Surroundings => ({
  now: { day: '2026-11-16', minute: 600 },
  days: ['2026-11-16', TUE, WED],
  working: ['2026-11-16', TUE, WED].map((day) => slot(9, 17, day)),
  busy,
  wishes: {
    shortest_minutes: 90,
    longest_minutes: 240,
    breathing_minutes: 0,
    most_per_day: 2,
    lunch: { start: '12:00:00', end: '13:00:00' },
    ...changes
  }
})

describe('a block', () => {
  it('fits into free working time', () => {
    expect(misfit(slot(9, 11), around())).toBeNull()
  })

  it('is barred by what cannot give way', () => {
    const barred = (at: Slot, busy: Busy[] = []) => {
      const found = misfit(at, around(busy))
      return found?.barred ? found.text : null
    }
    expect(barred(slot(9, 11), [meeting('Sync', slot(10, 12))])).toBe('Over “Sync”')
    expect(barred(slot(9, 11), [meeting('Focus', slot(10, 12), { isBlock: true })])).toBe(
      'Over another block'
    )
    expect(barred(slot(16, 18))).toBe('Outside working hours')
    expect(barred(slot(9, 10))).toBe('Shorter than 1\u00a0h 30\u00a0min')
    expect(barred(slot(9, 11, '2026-11-16'))).toBe('In the past')
    expect(barred(slot(9, 11), [meeting('Sync', slot(11, 12))])).toBeNull()
  })

  it('may be against a wish: it was placed by hand', () => {
    const doubt = (at: Slot, busy: Busy[] = [], changes = {}) => {
      const found = misfit(at, around(busy, changes))
      return found && !found.barred ? found.text : null
    }
    expect(doubt(slot(11, 13))).toBe('Over lunch')
    expect(doubt(slot(11, 13), [], { lunch: null })).toBeNull()
    expect(doubt(slot(9, 11), [meeting('Sync', slot(10, 12), { yields: true })])).toBe(
      '“Sync” has to make room'
    )
    expect(doubt(slot(9, 12), [], { longest_minutes: 120 })).toBe('Longer than 2\u00a0h')
    expect(doubt(slot(9, 11), [meeting('Sync', slot(11, 12))], { breathing_minutes: 15 })).toBe(
      'Less than 15\u00a0min from “Sync”'
    )
    const blocks = [
      meeting('', slot(9, 10.5), { isBlock: true }),
      meeting('', slot(15, 17), { isBlock: true })
    ]
    expect(doubt(slot(13, 15), blocks)).toBe('Block 3 of the day; 2 wanted at most')
  })
})

describe('a block moved by keys', () => {
  it('passes over what is in the way', () => {
    const busy = [meeting('Sync', slot(11, 12))]
    expect(nextPlace(slot(9, 11), 'later', around(busy))).toEqual(slot(12, 14))
    expect(nextPlace(slot(12, 14), 'earlier', around(busy))).toEqual(slot(9, 11))
  })

  it('stays where nothing is free', () => {
    expect(nextPlace(slot(15, 17), 'later', around())).toBeNull()
    expect(nextPlace(slot(9, 11, WED), 'day-after', around())).toBeNull()
  })

  it('goes to the nearest time of the next day that has room', () => {
    const busy = [meeting('Sync', slot(9, 10, WED))]
    expect(nextPlace(slot(9, 11), 'day-after', around(busy))).toEqual(slot(10, 12, WED))
    const full = [meeting('Offsite', slot(9, 17, TUE))]
    expect(nextPlace(slot(14, 16, WED), 'day-before', around(full))).toEqual(slot(14, 16, '2026-11-16'))
  })
})

describe('the wish that is in the way', () => {
  it('is relaxed by one step', () => {
    expect(relaxed(FIRST_WISHES, 'no_changes')).toEqual({ no_changes: false, choice: 'balanced' })
    expect(relaxed(FIRST_WISHES, 'bookable')).toEqual({ bookable_hours: 2 })
    expect(relaxed(FIRST_WISHES, 'shortest')).toEqual({ shortest_minutes: 60 })
  })

  it('is none where meetings are', () => {
    expect(relaxed(FIRST_WISHES, 'meetings')).toBeNull()
    expect(relaxed(FIRST_WISHES, 'past')).toBeNull()
  })
})
