import { describe, expect, it } from 'vitest'
import { stepFrom } from './rove'

const stops = [
  { id: 'mon', column: 0, at: -100 },
  { id: 'mon-9', column: 0, at: 540 },
  { id: 'mon-14', column: 0, at: 840 },
  { id: 'tue', column: 1, at: -100 },
  { id: 'tue-13', column: 1, at: 780 },
  { id: 'wed', column: 2, at: -100 }
]

describe('arrow keys', () => {
  it('go up and down through the day and stop at its ends', () => {
    expect(stepFrom('mon', 'ArrowDown', stops)).toBe('mon-9')
    expect(stepFrom('mon-9', 'ArrowUp', stops)).toBe('mon')
    expect(stepFrom('mon-14', 'ArrowDown', stops)).toBe('mon-14')
    expect(stepFrom('mon-14', 'Home', stops)).toBe('mon')
    expect(stepFrom('mon', 'End', stops)).toBe('mon-14')
  })

  it('go to what is nearest in time on the next day', () => {
    expect(stepFrom('mon-14', 'ArrowRight', stops)).toBe('tue-13')
    expect(stepFrom('tue-13', 'ArrowLeft', stops)).toBe('mon-14')
    expect(stepFrom('mon', 'ArrowRight', stops)).toBe('tue')
    expect(stepFrom('wed', 'ArrowRight', stops)).toBe('wed')
  })

  it('begin at the first stop', () => {
    expect(stepFrom(null, 'ArrowDown', stops)).toBe('mon')
    expect(stepFrom('gone', 'ArrowDown', [])).toBeNull()
  })
})
