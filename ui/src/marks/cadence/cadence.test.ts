import { describe, expect, it } from 'vitest'
import { cadenceOf, placeOf, RHYTHMS } from './cadence'

describe('a cadence', () => {
  it('makes every doubling the same step', () => {
    const steps = RHYTHMS.map(({ days }) => placeOf(days))
    expect((steps[1] ?? 0) - (steps[0] ?? 0)).toBeCloseTo((steps[3] ?? 0) - (steps[2] ?? 0))
  })

  it('stays in its frame', () => {
    expect(placeOf(0)).toBe(0)
    expect(placeOf(1)).toBe(0)
    expect(placeOf(400)).toBe(100)
  })

  it('shows the way from intended to real only where there is one', () => {
    expect(cadenceOf(14, 14.02).way).toBeNull()
    expect(cadenceOf(null, 14)).toMatchObject({ intended: null, way: null })
    expect(cadenceOf(7, null)).toMatchObject({ real: null, way: null })
    const drifted = cadenceOf(14, 28)
    expect(drifted.way?.from).toBe(drifted.intended)
    expect((drifted.way?.from ?? 0) + (drifted.way?.width ?? 0)).toBeCloseTo(drifted.real ?? 0)
  })
})
