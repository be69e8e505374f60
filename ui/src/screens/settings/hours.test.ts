import { describe, expect, it } from 'vitest'
import type { WorkingHours } from '../../host/types'
import { dayText, hoursCopied, hoursWith, minutesOf } from './hours'

const range = (start: string, end: string) => ({ start: `${start}:00`, end: `${end}:00` })
const HOURS: WorkingHours = {
  days: [
    [range('09:00', '12:00'), range('13:00', '17:30')],
    [range('09:00', '17:00')],
    [],
    [],
    [],
    [],
    [{ start: '20:00:00', end: '23:59:59' }]
  ]
}

describe('hours of single days', () => {
  it('are written as people write them, to the end of the day', () => {
    expect(dayText(HOURS.days[0])).toBe('9:00–12:00, 13:00–17:30')
    expect(dayText(HOURS.days[6])).toBe('20:00–24:00')
    expect(dayText([])).toBe('')
  })

  it('are counted', () => {
    expect(minutesOf(HOURS.days[0])).toBe(450)
    expect(minutesOf(HOURS.days[6])).toBe(240)
  })

  it('change one day and leave the others', () => {
    expect(hoursWith(HOURS, 3, '8-12')).toBe(
      'Mon 09:00-12:00,13:00-17:30; Tue 09:00-17:00; Wed off; Thu 08:00-12:00; Fri off; Sat off; Sun 20:00-24:00'
    )
    expect(hoursWith(HOURS, 0, '')).toContain('Mon off; Tue 09:00-17:00')
    expect(hoursWith(HOURS, 0, 'in the morning')).toBeNull()
  })

  it('are copied to other days', () => {
    expect(hoursCopied(HOURS, 1, [2, 3])).toContain('Wed 09:00-17:00; Thu 09:00-17:00; Fri off')
  })
})
