import { describe, expect, it } from 'vitest'
import { plainly } from './words'

const plain = (text: string) => text.replaceAll('\u00a0', ' ')

describe('a sentence of the engine', () => {
  it('has its dates as people say them', () => {
    expect(plain(plainly('the week of 2026-11-09 has 2 days'))).toBe('the week of 9 Nov 2026 has 2 days')
    expect(plain(plainly('The block at 2026-11-17T15:00:00+01:00 is not in the plan.'))).toBe(
      'The block at 17 Nov 2026, 15:00 is not in the plan.'
    )
  })
})
