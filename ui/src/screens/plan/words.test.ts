import { describe, expect, it } from 'vitest'
import { minutesWords, plainly } from './words'

const plain = (text: string) => text.replaceAll('\u00a0', ' ')

describe('the length of a block', () => {
  it('is short', () => {
    const said = [0, 45, 60, 90, 120, 150, 165].map((minutes) => plain(minutesWords(minutes)))
    expect(said).toEqual(['0 h', '45 min', '1 h', '90 min', '2 h', '2.5 h', '2 h 45'])
  })
})

describe('a sentence of the engine', () => {
  it('has its dates as people say them', () => {
    expect(plain(plainly('the week of 2026-11-09 has 2 days'))).toBe('the week of 9 Nov 2026 has 2 days')
    expect(plain(plainly('The block at 2026-11-17T15:00:00+01:00 is not in the plan.'))).toBe(
      'The block at 17 Nov 2026, 15:00 is not in the plan.'
    )
  })
})
