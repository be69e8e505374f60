import { describe, expect, it } from 'vitest'
import { shareOf } from '../../../tests/build'
import { bullet, fullScale } from './bullet'

describe('bullet bar', () => {
  it('keeps one scale for ordinary weeks and widens it for others', () => {
    expect(fullScale([shareOf('review', { share: 0.31 })])).toBe(0.5)
    expect(fullScale([shareOf('review', { share: 0.52 })])).toBe(0.75)
    expect(fullScale([shareOf('review', { share: 0.9 })])).toBe(1)
    expect(fullScale([])).toBe(0.5)
  })

  it('divides the bar into booked and open focus', () => {
    const drawn = bullet(shareOf('deep_work', { share: 0.3, minutes: 480, open_focus_minutes: 240 }), 0.5)
    expect(drawn.booked).toBeCloseTo(40)
    expect(drawn.open).toBeCloseTo(60)
  })

  it('draws the band and leaves it out where there is none', () => {
    expect(bullet(shareOf('review', { low: 0.1, high: 0.15 }), 0.5).band).toEqual({ from: 20, to: 30 })
    expect(bullet(shareOf('other_work'), 0.5).band).toBeNull()
  })

  it('shows a range only where guesses matter', () => {
    expect(bullet(shareOf('review', { range_low: 0.2, range_high: 0.204 }), 0.5).range).toBeNull()
    expect(bullet(shareOf('review', { range_low: 0.1, range_high: 0.3 }), 0.5).range).toEqual({
      from: 20,
      to: 60
    })
  })

  it('draws a share of which only the size is known as booked, and a guess that was right', () => {
    const known = { category: 'review', share: 0.2, low: 0.1, high: 0.15 } as const
    const drawn = bullet(known, 0.5, { after: 0.2, guess: 0.2 })
    expect(drawn).toMatchObject({ booked: 40, open: 40, range: null, after: null, guess: 40 })
    expect(fullScale([{ ...known, guess: 0.6 }])).toBe(0.75)
  })

  it('never leaves its frame', () => {
    const drawn = bullet(shareOf('review', { share: 0.8, minutes: 0, range_low: -0.1, range_high: 2 }), 0.5)
    expect(drawn).toMatchObject({ booked: 0, open: 100, range: { from: 0, to: 100 } })
  })
})
