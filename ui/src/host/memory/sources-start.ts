import type { Diagnostic, Library, SnapshotChanges, SourceCalendar, SourcesView } from '../types'

/** Sources as somebody has them after a few months; with the demo, or with nothing, there are none. */
export function start(library: Library): SourcesView {
  const mine = library.stored && library.files.length > 0
  return {
    calendars: mine ? structuredClone(CALENDARS) : [],
    history: mine ? HISTORY : [],
    folder: '~/.local/share/weekwise',
    backups: mine
      ? [
          { name: 'weekwise-2026-11-09T08-58.sqlite', bytes: 1_863_680 },
          { name: 'weekwise-2026-10-26T09-04.sqlite', bytes: 1_540_096 }
        ]
      : [],
    subscriptions: mine
      ? [
          {
            id: 'holidays',
            host: 'calendars.example.org',
            calendar: 3,
            fetched_at: '2026-11-12T06:00:00',
            due_at: '2026-11-12T18:00:00',
            every_minutes: 720,
            problem: null,
            until_close: false
          },
          {
            id: 'on-call',
            host: 'oncall.example.com',
            calendar: 4,
            fetched_at: '2026-11-08T18:10:00',
            due_at: '2026-11-12T12:10:00',
            every_minutes: null,
            problem:
              'The server answered 401: the address is no longer valid. Copy the new one from there and subscribe again; what was fetched last is kept.',
            until_close: true
          }
        ]
      : []
  }
}

const diagnostic = (
  line: number,
  outcome: Diagnostic['outcome'],
  problem: string,
  remedy: string
): Diagnostic => ({
  file: 'work.ics',
  line,
  uid: `event-${line}@example.com`,
  code: 'odd',
  problem,
  remedy,
  outcome
})

const CALENDARS: SourceCalendar[] = [
  {
    key: 1,
    own_name: 'sam.okafor@example.com',
    settings: { name: 'Work', color: '#4a7fc1', zone: 'Europe/Berlin', category: null, included: true },
    file: 'work.ics',
    snapshots: [
      { key: 13, imported_at: '2026-11-09T08:58:00', file: 'work.ics', events: 1204, current: true },
      { key: 12, imported_at: '2026-10-26T09:04:00', file: 'work.ics', events: 1187, current: false },
      { key: 11, imported_at: '2026-09-28T08:40:00', file: 'work-export.zip', events: 1131, current: false }
    ],
    diagnostics: [
      diagnostic(
        2210,
        'left_out',
        'the event starts at “2026-13-04”, which is no date',
        'the event was left out'
      ),
      diagnostic(
        148,
        'repaired',
        'the time zone “Customized Time Zone” is unknown',
        'its own rules, given in the file, were used'
      ),
      diagnostic(9031, 'repaired', 'a line was folded inside a letter', 'the letter was put together again')
    ]
  },
  {
    key: 2,
    own_name: 'Team Payments',
    settings: { name: 'Team Payments', color: '#2f8f8b', zone: null, category: 'other_work', included: true },
    file: 'team-payments.ics',
    snapshots: [
      { key: 21, imported_at: '2026-11-09T08:58:00', file: 'team-payments.ics', events: 86, current: true }
    ],
    diagnostics: []
  },
  {
    key: 3,
    own_name: 'Feiertage Berlin',
    settings: { name: 'Public holidays', color: null, zone: null, category: null, included: true },
    file: 'calendars.example.org',
    snapshots: [
      {
        key: 31,
        imported_at: '2026-11-12T06:00:00',
        file: 'calendars.example.org',
        events: 40,
        current: true
      }
    ],
    diagnostics: []
  },
  {
    key: 4,
    own_name: null,
    settings: { name: 'On-call', color: '#c25450', zone: null, category: null, included: false },
    file: 'oncall.example.com',
    snapshots: [
      { key: 41, imported_at: '2026-11-08T18:10:00', file: 'oncall.example.com', events: 12, current: true }
    ],
    diagnostics: []
  }
]

const HISTORY = [
  { label: 'Call “Platform sync” cross-team', at: '2026-11-05T17:12:00' },
  { label: 'Leave out On-call', at: '2026-11-02T09:31:00' },
  { label: 'Import work.ics', at: '2026-10-26T09:04:00' }
]

/** What two imports of a calendar differ in; the oldest pair differs in nothing. */
export function changesBetween(earlier: number): SnapshotChanges {
  const none = { added: [], moved: [], cancelled: [], changed: [], removed: [] }
  if (earlier !== 12) return none
  const one = (
    title: string,
    before: string | null,
    after: string | null,
    recurrence: string | null = null
  ) => ({
    uid: `${title}@example.com`,
    recurrence_id: recurrence,
    title,
    before,
    after
  })
  return {
    added: [
      one('Quick pricing call', null, '2026-11-11T10:30:00'),
      one('RFC: event sourcing', null, '2026-11-12T15:00:00')
    ],
    moved: [
      one('Guild: reliability', '2026-11-11T16:00:00', '2026-11-12T09:30:00', '2026-11-11T16:00:00'),
      one('Jo / Sam', '2026-11-10T14:30:00', '2026-11-11T14:30:00')
    ],
    cancelled: [
      one('Monolith exit weekly', '2026-11-12T16:30:00', '2026-11-12T16:30:00', '2026-11-12T16:30:00')
    ],
    changed: [one('Launch coordination', '2026-11-10T09:30:00', '2026-11-10T09:30:00')],
    removed: [one('Offsite preparation', '2026-11-20T13:00:00', null)]
  }
}
