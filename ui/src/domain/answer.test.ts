import { describe, expect, it } from 'vitest'
import { changeWords, effectsOf } from './answer'

const plain = (words: string[]) => words.map((one) => one.replaceAll(/\s/g, ' '))

describe('what an answer does', () => {
  it('says what moves', () => {
    expect(plain([changeWords({ category: 'review', before: 0.06, after: 0.125 })])).toEqual([
      'review 6 → 12 %'
    ])
  })

  it('leaves out what does not show in whole per cent, and says so where nothing does', () => {
    const shares = [
      { category: 'cross_team' as const, before: 0.068, after: 0.071 },
      { category: 'other_work' as const, before: 0.05, after: 0.04 }
    ]
    expect(plain(effectsOf({ shares, guess: false }))).toEqual(['other work 5 → 4 %'])
    expect(effectsOf({ shares: shares.slice(0, 1), guess: false })).toEqual(['moves less than a point'])
    expect(effectsOf({ shares: [], guess: true })).toEqual(['moves nothing'])
    expect(effectsOf({ shares: [], guess: false })).toEqual([])
  })
})
