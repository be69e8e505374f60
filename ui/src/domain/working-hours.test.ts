import { describe, expect, it } from 'vitest'
import { workingHoursFromText, workingHoursText } from './working-hours'

describe('working hours', () => {
  it.each([
    ['9:00–12:00, 13:00–17:00', '09:00-12:00,13:00-17:00'],
    ['09:00-17:00', '09:00-17:00'],
    ['9-17', '09:00-17:00'],
    ['9:30 to 18:00', '09:30-18:00'],
    ['22:00-24:00', '22:00-24:00'],
    ['8.30–12', '08:30-12:00'],
    ['9 am–5 pm', '09:00-17:00'],
    ['12 pm to 12 am', '12:00-24:00']
  ])('reads %s', (text, written) => {
    expect(workingHoursFromText(text)).toBe(written)
  })

  it.each(['', 'nine to five', '17:00-9:00', '9:00-13:00, 12:00-17:00', '9:00-25:00', '9:00'])(
    'refuses “%s”',
    (text) => {
      expect(workingHoursFromText(text)).toBeNull()
    }
  )

  it('writes what it reads', () => {
    const day = [
      { start: '09:00:00', end: '12:00:00' },
      { start: '13:00:00', end: '17:30:00' }
    ]
    const text = workingHoursText({ days: [day, day, day, day, day, [], []] })
    expect(text).toBe('9:00–12:00, 13:00–17:30')
    expect(workingHoursFromText(text)).toBe('09:00-12:00,13:00-17:30')
  })
})
