import type { Library } from '../../src/host/types'
import { addDays } from '../../src/domain/wall'
import { MONDAY } from './event'
import { profile } from './mix'

export function libraryOf(changes: Partial<Library> = {}): Library {
  const day = [{ start: '09:00:00', end: '17:00:00' }]
  return {
    files: ['calendar.ics'],
    demo: false,
    calendars: [{ id: 0, name: 'Work' }],
    events: 212,
    diagnostics: [],
    first_day: MONDAY,
    last_day: addDays(MONDAY, 20),
    week: '2026-W46',
    settings: {
      me: { addresses: ['sam@example.org'], guessed: true },
      zone: 'Europe/Berlin',
      hours: { days: [day, day, day, day, day, [], []] },
      profile,
      focus_minutes: 120,
      count_tentative: true,
      count_all_day_work: true,
      kinds: {},
      display: { twelve_hours: false, first_day: 'monday', week_numbers: true },
      local_model: { on: false, address: '', name: '' },
      reminder: { on: false, weekday: 1, hour: 9 },
      marks: {
        days_off: [],
        day_corrections: [],
        stays: [],
        unusual_weeks: [],
        seasons: [],
        team_names: [],
        priorities: [],
        impacts: [],
        places: [],
        asks: [],
        focus_habits: [],
        colleagues: { team: null, managers: null, mentored: null },
        sameness: [],
        tells_all: null
      }
    },
    profiles: [profile],
    shipped_profiles: 1,
    kinds: [
      { kind: 'focus', label: 'Focus time', category: 'deep_work', usual: 'deep_work', fixed: false },
      { kind: 'triage', label: 'Triage', category: 'review', usual: 'review', fixed: false },
      { kind: 'time_off', label: 'Time off', category: 'personal', usual: 'personal', fixed: true }
    ],
    tags: [{ category: 'review', tag: '#review' }],
    hides_titles: false,
    candidates: ['sam@example.org', 'noor@example.org'],
    introduction: {
      me: { value: ['sam@example.org'], source: 'events', because: 'the address most events are about' },
      zone: { value: 'Europe/Berlin', source: 'stated', because: 'the calendar says so' },
      machine_zone: 'Europe/Berlin',
      zone_differs: false,
      machine_hours: null,
      hours: { value: day[0]!, source: 'usual', because: 'nothing tells' },
      days: { value: [1, 2, 3, 4, 5], source: 'usual', because: 'the usual week' },
      lunch: { value: null, source: 'usual', because: 'none stands in the calendar' },
      profile: { value: profile.id, source: 'usual', because: 'what a Staff+ role needs' },
      working_hours: '09:00-17:00',
      open: true
    },
    stored: true,
    undo: null,
    redo: null,
    trouble: null,
    imported: null,
    ...changes
  }
}
