import { describe, expect, test } from 'vitest'
import { DEMO } from '../host/memory/library'
import { Scope } from './scope.svelte'

const library = {
  ...DEMO,
  week: '2026-W46',
  first_day: '2023-05-11',
  last_day: '2026-12-04',
  calendars: [
    { id: 0, name: 'Work' },
    { id: 1, name: 'Family' }
  ]
}

describe('what a screen is about', () => {
  test('is what the screen shows by itself, until somebody chooses', () => {
    const scope = new Scope()
    expect(scope.selection(library)).toEqual({ from: null, to: null, calendars: null, profile: null })
    expect(scope.narrowed).toBe(false)
    expect(scope.words(library, 'Last quarter')).toBe('Last quarter')
  })

  test('spans end with the week that is shown first', () => {
    const scope = new Scope()
    scope.span = 'month'
    expect(scope.days(library)).toEqual({ from: '2026-10-19', to: '2026-11-15' })
    scope.span = 'year'
    expect(scope.days(library)).toEqual({ from: '2025-11-17', to: '2026-11-15' })
    scope.span = 'all'
    expect(scope.days(library)).toEqual({ from: '2023-05-11', to: '2026-11-15' })
    expect(scope.days({ ...library, last_day: '2020-01-05', first_day: '2019-12-30' })).toEqual({
      from: '2019-12-30',
      to: '2020-01-05'
    })
  })

  test('written days are asked for once they make sense', () => {
    const scope = new Scope()
    scope.span = 'days'
    expect(scope.problem).toContain('2026-11-09')
    expect(scope.days(library)).toBeNull()
    scope.from = '2026-11-09'
    scope.to = '2026-11-02'
    expect(scope.problem).toContain('after')
    scope.to = '2026-11-15'
    expect(scope.problem).toBeNull()
    expect(scope.days(library)).toEqual({ from: '2026-11-09', to: '2026-11-15' })
    expect(scope.words(library, 'Last quarter')).toBe('9–15 Nov 2026')
  })

  test('calendars are found again by their names after an import', () => {
    const scope = new Scope()
    scope.calendars = [{ id: 1, name: 'Family' }]
    scope.profile = 'architect'
    expect(scope.words(library, 'Last quarter')).toBe('Last quarter · Family · Architect')
    const later = { ...library, calendars: [{ id: 0, name: 'Family' }] }
    expect(scope.selection(later).calendars).toEqual([0])
    scope.reset()
    expect(scope.narrowed).toBe(false)
  })
})
