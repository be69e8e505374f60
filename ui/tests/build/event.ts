import type { EventView } from '../../src/host/types'
import { addDays } from '../../src/domain/wall'

export const MONDAY = '2026-11-09'

/** `event('Mon 9:00', …)` would hide the date: the day is an offset from Monday, the times are `HH:MM`. */
export function eventOn(
  day: number,
  start: string,
  end: string,
  changes: Partial<EventView> = {}
): EventView {
  const date = addDays(MONDAY, day)
  const summary = changes.row?.summary ?? `Event ${start}`
  const uid = `${summary}@test`
  const from = `${date}T${start}:00`
  const classification = {
    category: changes.row?.category ?? ('cross_team' as const),
    kind: 'cross_team_sync' as const,
    confidence: 0.7,
    because: [{ text: 'title says “sync”', category: 'cross_team' as const, weight: 2 }],
    runner_up: { category: 'review' as const, kind: 'design_review' as const, confidence: 0.2 }
  }
  return {
    key: `${uid} ${from}`,
    series: uid,
    start: from,
    end: `${date}T${end}:00`,
    shape: 'meeting',
    tentative: false,
    recurring: false,
    cadence: null,
    minutes: 60,
    conflict: false,
    mine: false,
    location: '',
    description: '',
    people: ['Sam', 'Noor'],
    classification,
    would_change: ['A word such as “RFC” in the title'],
    day: { effect: 'work', confidence: 1, because: [], runner_up: null },
    day_would_change: [],
    ...changes,
    row: {
      uid,
      recurrence_id: null,
      start: `${from}+01:00`,
      end: `${date}T${end}:00+01:00`,
      all_day: false,
      summary,
      status: 'CONFIRMED',
      response: 'accepted',
      counted: true,
      not_counted_because: null,
      effect: 'work',
      people: 2,
      category: 'cross_team',
      kind: 'cross_team_sync',
      confidence: 0.7,
      because: [],
      calendar: 'Work',
      ...changes.row
    }
  }
}

/** A row with only what a test is about. */
export function row(changes: Partial<EventView['row']>): EventView['row'] {
  return changes as EventView['row']
}

export function allDay(from: number, days: number, summary: string): EventView {
  const start = `${addDays(MONDAY, from)}T00:00:00`
  return {
    ...eventOn(from, '00:00', '00:00', { row: row({ summary, all_day: true, counted: false }) }),
    start,
    end: `${addDays(MONDAY, from + days)}T00:00:00`
  }
}
