import { describe, expect, it } from 'vitest'
import { daysOfStay, wrongWith } from './stays'

const tokyo = { first: '2026-11-16', last: '2026-11-20', zone: 'Asia/Tokyo' }

describe('a stay', () => {
  it('is said with its days', () => {
    expect(daysOfStay(tokyo)).toBe('16 Nov 2026 – 20 Nov 2026')
    expect(daysOfStay({ ...tokyo, last: tokyo.first })).toBe('16 Nov 2026')
  })

  it('is refused in words where it makes no sense', () => {
    const wrong = (change: Partial<typeof tokyo>) => wrongWith({ ...tokyo, ...change }, [])
    expect(wrong({})).toBe('')
    expect(wrong({ first: '' })).toBe('Choose the first day.')
    expect(wrong({ zone: '' })).toContain('zone')
    expect(wrong({ last: '2026-11-15' })).toBe('The last day is before the first.')
    expect(wrong({ last: '2027-11-16' })).toBe('')
    expect(wrong({ last: '2027-11-17' })).toContain('more than a year')
  })

  it('has no day in common with another', () => {
    expect(wrongWith({ ...tokyo, first: '2026-11-20', last: '2026-11-22' }, [tokyo])).toBe(
      'You are in Tokyo then (16 Nov 2026 – 20 Nov 2026). Remove that first, or choose other days.'
    )
    expect(wrongWith({ ...tokyo, first: '2026-11-21', last: '2026-11-22' }, [tokyo])).toBe('')
  })
})
