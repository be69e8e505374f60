import { describe, expect, it } from 'vitest'
import { moved, placeAt, recognized } from './order'

describe('a rule is found again', () => {
  const known = [
    { id: 1, text: 'a' },
    { id: 2, text: 'b' },
    { id: 3, text: 'c' }
  ]
  const ids = (now: string[]) => recognized(known, now).map(({ id }) => id)

  it('where it was moved to, and where it was changed', () => {
    expect(ids(['c', 'a', 'b'])).toEqual([3, 1, 2])
    expect(ids(['a', 'B', 'c'])).toEqual([1, 2, 3])
  })

  it('after another was removed or added', () => {
    expect(ids(['a', 'c'])).toEqual([1, 3])
    expect(ids(['a', 'b', 'c', 'd'])).toEqual([1, 2, 3, 4])
  })

  it('each once, where two are alike', () => {
    expect(ids(['a', 'a', 'b'])).toEqual([1, 4, 2])
  })
})

describe('the order of rules', () => {
  it('takes a rule up, down, and to the ends', () => {
    expect(moved(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a'])
    expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b'])
    expect(moved(['a', 'b', 'c'], 1, 1)).toEqual(['a', 'b', 'c'])
  })

  it('lands where it is let go', () => {
    const middles = [10, 30, 50]
    expect(placeAt(5, middles, 2)).toBe(0)
    expect(placeAt(35, middles, 0)).toBe(1)
    expect(placeAt(99, middles, 0)).toBe(2)
    expect(placeAt(31, middles, 1)).toBe(1)
  })
})
