import { describe, expect, it } from 'vitest'
import { divided, movable, moved, reach } from './shares'

describe('a whole that is divided', () => {
  it('gives what nobody gave an equal share of what is left', () => {
    expect(divided([null, null, null]).parts).toEqual([34, 33, 33])
    expect(divided([40, null, undefined, 20]).parts).toEqual([40, 20, 20, 20])
    expect(divided([40, null, null, 20]).dividers).toEqual([40, 60, 80])
  })

  it('leaves the rest open where less than all was given, and is wider where more was', () => {
    expect(divided([40, 30, 20])).toEqual({ parts: [40, 30, 20], dividers: [40, 70], full: 100 })
    expect(divided([60, 50, null])).toEqual({ parts: [60, 50, 0], dividers: [60, 110], full: 110 })
  })

  it('takes no number that is no share', () => {
    expect(divided([-3, 140, 40]).parts).toEqual([30, 30, 40])
  })
})

describe('a divider that is moved', () => {
  const whole = divided([40, 30, 20, 10])

  it('takes from one side what it gives the other, and stops at the next', () => {
    expect(moved(whole, 0, 50.4)).toEqual([50, 20, 20, 10])
    expect(moved(whole, 1, 10)).toEqual([40, 0, 50, 10])
    expect(moved(whole, 2, 200)).toEqual([40, 30, 30, 0])
    expect(reach(whole, 1)).toEqual({ from: 40, to: 90 })
  })

  it('takes what is open at the edge into the last part', () => {
    expect(moved(divided([40, 30, 20]), 0, 45)).toEqual([45, 25, 20])
    expect(moved(divided([40, 30, 20]), 1, 70)).toEqual([40, 30, 30])
  })

  it('is the one that can be moved where several lie at one place', () => {
    const shut = divided([50, 0, 0, 50])
    expect(movable(shut, 1, -1)).toBe(0)
    expect(movable(shut, 1, 1)).toBe(2)
  })
})
