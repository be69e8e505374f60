import { describe, expect, it } from 'vitest'
import { instantOf } from './zone'

describe('an instant', () => {
  it('has the offset its zone has on that day', () => {
    expect(instantOf('2026-11-17', 15 * 60, 'Europe/Berlin')).toBe('2026-11-17T15:00:00+01:00')
    expect(instantOf('2026-07-17', 15 * 60, 'Europe/Berlin')).toBe('2026-07-17T15:00:00+02:00')
    expect(instantOf('2026-07-17', 9 * 60 + 15, 'UTC')).toBe('2026-07-17T09:15:00+00:00')
  })

  it('at the end of a day is the next midnight', () => {
    expect(instantOf('2026-12-31', 1440, 'Asia/Kolkata')).toBe('2027-01-01T00:00:00+05:30')
  })

  it('that clocks skip is the one after the gap', () => {
    expect(instantOf('2026-03-29', 150, 'Europe/Berlin')).toBe('2026-03-29T03:30:00+02:00')
  })
})
