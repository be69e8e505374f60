import type { DayView, EventView, GapKind, Metrics, TrendPeriod, WeekView } from '../../src/host/types'
import { addDays, isoWeekOf } from '../../src/domain/wall'
import { MONDAY } from './event'
import { mixOf, profile, shareOf } from './mix'

function dayOn(index: number, gaps: [string, string, GapKind][] = []): DayView {
  const day = addDays(MONDAY, index)
  return {
    day,
    day_off: false,
    stay: null,
    booked_hours: 4,
    meeting_hours: 3,
    overloaded: index === 1,
    overloaded_because: index === 1 ? '7 h of meetings' : null,
    working: index < 5 ? [{ start: '09:00:00', end: '17:00:00' }] : [],
    gaps: gaps.map(([start, end, kind]) => ({
      start: `${day}T${start}:00`,
      end: `${day}T${end}:00`,
      minutes: 60,
      kind
    }))
  }
}

export function weekOf(events: EventView[], changes: Partial<WeekView> = {}): WeekView {
  return {
    week: isoWeekOf(MONDAY),
    from: MONDAY,
    to: addDays(MONDAY, 6),
    previous: '2026-W45',
    next: '2026-W47',
    now: '2026-11-12T14:20:00',
    told: null,
    profile,
    previous_mix: null,
    days: [0, 1, 2, 3, 4, 5, 6].map((index) =>
      dayOn(index, index === 0 ? [['15:00', '16:00', 'fragment']] : [])
    ),
    events,
    report: {
      period: { from: '', to: '', tz: 'Europe/Berlin' },
      demo: false,
      profile: profile.id,
      week_mix: mixOf([
        shareOf('cross_team', { share: 0.31, low: 0.15, high: 0.2, gap_hours: 4.4, status: 'over' })
      ]),
      booked_mix: mixOf(),
      hours_to_move: 4.4,
      pending: null,
      metrics: {} as Metrics,
      signals: [
        {
          id: `overloaded-day:${addDays(MONDAY, 1)}`,
          severity: 'alarm',
          subject: 'Tuesday',
          text: '7 h of meetings',
          threshold: 'More than 6 h',
          basis: 'ours',
          source: 'The line is ours.',
          evidence: ['Event 09:00@test'],
          next_step: 'Move one.',
          step: null
        }
      ],
      next_step: null,
      advice: { advice: [], note: null },
      reported: [],
      habits: [],
      trust: {
        counted: events.length,
        not_counted: 0,
        without_people: 0,
        tentative_hours: 0,
        uncertain_hours: 0,
        left_out: 0,
        too_little: false,
        me_guessed: false,
        notes: [],
        questions: []
      }
    },
    ...changes
  }
}

export function periodOf(id: string, changes: Partial<TrendPeriod> = {}): TrendPeriod {
  return {
    id,
    label: `Week ${Number(id.slice(6))}`,
    from: MONDAY,
    to: addDays(MONDAY, 6),
    partial: false,
    series_only: false,
    promised: false,
    unusual: null,
    mix: mixOf(),
    capacity_hours: 40,
    meeting_hours: 16,
    meeting_load: 0.4,
    load_level: 'watch',
    focus_minutes: 600,
    fragmented_minutes: 300,
    after_hours_minutes: 0,
    survival: null,
    hours_to_move: 4,
    meetings: 20,
    mornings: 2,
    ...changes
  }
}
