import { describe, expect, it } from 'vitest'
import { daysProblem, periodAround, periodName, stepped } from './periods'

describe('periods', () => {
  it('hold the day they are asked for', () => {
    expect(periodAround('week', '2026-11-12')).toEqual({ from: '2026-11-09', to: '2026-11-15' })
    expect(periodAround('month', '2028-02-29')).toEqual({ from: '2028-02-01', to: '2028-02-29' })
    expect(periodAround('quarter', '2026-11-12')).toEqual({ from: '2026-10-01', to: '2026-12-31' })
    expect(periodAround('year', '2026-12-31')).toEqual({ from: '2026-01-01', to: '2026-12-31' })
  })

  it('follow each other without a gap, over the turn of the year too', () => {
    for (const kind of ['week', 'month', 'quarter', 'year'] as const) {
      const here = periodAround(kind, '2026-12-30')
      const next = stepped(kind, here, 1)
      expect(stepped(kind, next, -1)).toEqual(here)
      expect(next.from > here.to).toBe(true)
    }
    expect(stepped('quarter', periodAround('quarter', '2026-11-12'), 1)).toEqual({
      from: '2027-01-01',
      to: '2027-03-31'
    })
  })

  it('have names', () => {
    const named = (kind: 'week' | 'month' | 'quarter' | 'year') =>
      periodName(kind, periodAround(kind, '2026-11-12'))
    expect(named('week')).toBe('Week 46 · 9–15 Nov 2026')
    expect(named('month')).toBe('November 2026')
    expect(named('quarter')).toBe('Quarter 4, 2026')
    expect(named('year')).toBe('2026')
    expect(periodName('days', { from: '2026-11-09', to: '2026-11-22' })).toBe('9–22 Nov 2026')
  })

  it('say what is wrong with days', () => {
    expect(daysProblem({ from: '2026-11-09', to: '2026-11-09' })).toBeNull()
    expect(daysProblem({ from: '2026-11-10', to: '2026-11-09' })).toContain('before')
    expect(daysProblem({ from: '', to: '2026-11-09' })).toContain('written')
    expect(daysProblem({ from: '2026-13-40', to: '2026-11-09' })).toContain('written')
  })
})
