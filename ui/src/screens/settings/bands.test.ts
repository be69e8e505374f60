import { describe, expect, it } from 'vitest'
import { bandProblem, bandsOf, copyName, draftsOf, problemOf, type Draft } from './bands'

const draft = (low: number | null, high: number | null): Draft => ({ category: 'review', low, high })

describe('bands', () => {
  it('lie within 0 and 100 and do not end before they start', () => {
    expect(bandProblem(draft(10, 15))).toBeNull()
    expect(bandProblem(draft(0, 100))).toBeNull()
    expect(bandProblem(draft(15, 10))).toContain('before it starts')
    expect(bandProblem(draft(-1, 10))).toContain('within')
    expect(bandProblem(draft(10, 101))).toContain('within')
    expect(bandProblem(draft(null, 10))).toContain('numbers')
  })

  it('have lower ends that a week can hold', () => {
    expect(problemOf([draft(50, 60), draft(50, 60)])).toBeNull()
    expect(problemOf([draft(50, 60), draft(50.5, 60)])).toBe(
      'The lower ends sum to 100.5 %: more than the week has.'
    )
    expect(problemOf([draft(20, 10)])).toContain('Review:')
  })

  it('come back as they were', () => {
    const bands = [{ category: 'review' as const, low: 0.125, high: 0.29 }]
    const drafts = draftsOf({ id: '', name: '', about: '', bands })
    expect(drafts[0]).toEqual(draft(12.5, 29))
    expect(bandsOf(drafts)).toEqual(bands)
  })

  it('of a copy have a name nobody else has', () => {
    expect(copyName('Staff+', [{ name: 'Staff+' }])).toBe('Staff+, mine')
    expect(copyName('Staff+', [{ name: 'staff+, MINE' }])).toBe('Staff+, mine 2')
  })
})
