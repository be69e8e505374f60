import { describe, expect, it } from 'vitest'
import { allDay, eventOn, row, weekOf } from '../../../tests/build'
import { firstWorkOf, stopsOf, weekLayout } from './layout'

describe('week layout', () => {
  it('leaves the weekend out until something timed is on it', () => {
    expect(weekLayout(weekOf([])).columns).toHaveLength(5)
    expect(weekLayout(weekOf([allDay(5, 2, 'Trip')])).columns).toHaveLength(5)
    expect(weekLayout(weekOf([eventOn(5, '10:00', '11:00')])).columns).toHaveLength(6)
  })

  it('fits the hours to work and events', () => {
    expect(weekLayout(weekOf([eventOn(0, '07:30', '08:00')])).hours).toEqual({ from: 7, to: 17 })
  })

  it('shows first where work begins, not where it ends after midnight', () => {
    const view = weekOf([])
    const working = (...ranges: [string, string][]) =>
      firstWorkOf(
        weekLayout({
          ...view,
          days: view.days.map((day) => ({ ...day, working: ranges.map(([start, end]) => ({ start, end })) }))
        }).columns
      )
    expect(working(['00:00:00', '02:00:00'], ['18:00:00', '23:59:59'])).toBe(18 * 60)
    expect(working(['00:00:00', '08:00:00'])).toBe(0)
    expect(working()).toBeNull()
  })

  it('stacks whole-day events that share a day', () => {
    const { strips } = weekLayout(
      weekOf([allDay(0, 5, 'Release week'), allDay(3, 2, 'On leave'), allDay(-2, 1, 'Past')])
    )
    expect(strips.map(({ from, to, row }) => [from, to, row])).toEqual([
      [0, 5, 0],
      [3, 5, 1]
    ])
  })

  it('writes a gap’s length beside what is drawn over it', () => {
    const declined = eventOn(0, '15:45', '16:30', { row: row({ counted: false }) })
    const view = weekOf([declined])
    const monday = view.days[0]!
    monday.gaps = [
      { start: '2026-11-09T15:00:00', end: '2026-11-09T17:00:00', minutes: 120, kind: 'open_focus' }
    ]
    expect(weekLayout(view).columns[0]?.gaps[0]?.clear).toEqual({ start: 15 * 60, end: 15 * 60 + 45 })
  })

  it('marks today', () => {
    expect(weekLayout(weekOf([])).columns.map(({ isToday }) => isToday)).toEqual([
      false,
      false,
      false,
      true,
      false
    ])
  })

  it('makes everything reachable by key exactly once', () => {
    const night = { ...eventOn(0, '22:00', '23:00'), end: '2026-11-10T01:00:00' }
    const stops = stopsOf(
      weekLayout(weekOf([eventOn(0, '09:00', '10:00'), night, allDay(0, 5, 'Release week')]))
    )
    expect(new Set(stops.map(({ id }) => id)).size).toBe(stops.length)
    expect(stops).toHaveLength(5 + 2 + 1 + 1)
  })
})
