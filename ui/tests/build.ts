import type { Host, News, SettingsChange } from '../src/host'
import type { LibraryCalls } from '../src/host/library'
import type { ReviewCalls } from '../src/host/review'
import type { SearchCalls } from '../src/host/search'
import type { WeekCalls } from '../src/host/week'
import type {
  Category,
  CategoryShare,
  CorrectionPreview,
  CorrectionRequest,
  DayView,
  EventView,
  GapKind,
  Library,
  Metrics,
  Mix,
  Profile,
  ReviewQueue,
  SearchHit,
  TrendPeriod,
  WeekView
} from '../src/host/types'
import { addDays, isoWeekOf } from '../src/domain/wall'

export const MONDAY = '2026-11-09'

const profile: Profile = {
  id: 'staff-plus',
  name: 'Staff+',
  about: 'The table',
  bands: [{ category: 'deep_work', low: 0.3, high: 0.4 }]
}

export function shareOf(category: Category, changes: Partial<CategoryShare> = {}): CategoryShare {
  const share = changes.share ?? 0.2
  return {
    category,
    minutes: 480,
    open_focus_minutes: 0,
    share,
    low: null,
    high: null,
    range_low: share,
    range_high: share,
    gap_points: 0,
    gap_hours: 0,
    status: 'untargeted',
    ...changes
  }
}

export function mixOf(rows: CategoryShare[] = []): Mix {
  const order: Category[] = ['deep_work', 'one_on_one', 'cross_team', 'review', 'strategy', 'other_work']
  const categories = order.map(
    (category) => rows.find((row) => row.category === category) ?? shareOf(category)
  )
  return { denominator_minutes: 2400, categories, fragment_minutes: 120 }
}

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

function dayOn(index: number, gaps: [string, string, GapKind][] = []): DayView {
  const day = addDays(MONDAY, index)
  return {
    day,
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
      metrics: {} as Metrics,
      signals: [
        {
          id: `overloaded-day:${addDays(MONDAY, 1)}`,
          severity: 'alarm',
          subject: 'Tuesday',
          text: '7 h of meetings',
          threshold: 'More than 6 h',
          evidence: ['Event 09:00@test'],
          next_step: 'Move one.'
        }
      ],
      next_step: null,
      trust: {
        counted: events.length,
        not_counted: 0,
        without_people: 0,
        tentative_hours: 0,
        uncertain_hours: 0,
        left_out: 0,
        me_guessed: false,
        notes: []
      }
    },
    ...changes
  }
}

export function libraryOf(changes: Partial<Library> = {}): Library {
  const day = [{ start: '09:00:00', end: '17:00:00' }]
  return {
    files: ['calendar.ics'],
    demo: false,
    calendars: ['Work'],
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
      marks: { days_off: [], unusual_weeks: [], team_names: [], priorities: [], impacts: [], places: [] }
    },
    profiles: [profile],
    candidates: ['sam@example.org', 'noor@example.org'],
    stored: true,
    undo: null,
    redo: null,
    trouble: null,
    imported: null,
    ...changes
  }
}

/** What a test does not put in is never asked for by what it tests. */
export function hostOf(host: Partial<Host>): Host {
  return host as Host
}

/** A host that answers what a test puts in, and remembers what it was asked. */
export class TestHost implements LibraryCalls, WeekCalls, SearchCalls, ReviewCalls, Pick<Host, 'listen'> {
  asked: string[] = []
  previewed: CorrectionRequest[] = []
  corrected: CorrectionRequest[] = []
  changes: SettingsChange[] = []
  open = libraryOf()
  events: EventView[] = [eventOn(1, '09:00', '10:00')]
  #told: (news: News) => void = () => undefined

  library = async () => this.open
  openDemo = async () => (this.open = libraryOf({ demo: true }))
  chooseFiles = async (): Promise<Library | null> => this.open
  closeLibrary = async () => (this.open = libraryOf({ files: [], week: null }))
  week = async (week: string | null): Promise<WeekView> => {
    this.asked.push(week ?? 'first')
    return weekOf(this.events, { week: week ?? '2026-W46' })
  }
  changeSettings = async (change: SettingsChange) => {
    this.changes.push(change)
    return (this.open = {
      ...this.open,
      settings: { ...this.open.settings, me: { addresses: change.me ?? [], guessed: false } }
    })
  }
  cancelImport = async () => undefined
  undo = async () => this.open
  redo = async () => this.open
  reviewQueue = async (): Promise<ReviewQueue> => ({
    items: [],
    minutes: 0,
    uncertain_minutes: 0,
    settled_minutes: 0
  })
  previewCorrection = async (request: CorrectionRequest): Promise<CorrectionPreview> => {
    this.previewed.push(request)
    return { correction: null, covers: 3, others: 1, minutes: 180, changes: [] }
  }
  correct = async (request: CorrectionRequest) => {
    this.corrected.push(request)
    return this.open
  }
  search = async (): Promise<SearchHit[]> => []
  listen(told: (news: News) => void) {
    this.#told = told
    return () => (this.#told = () => undefined)
  }
  tell(news: News) {
    this.#told(news)
  }
}

export function periodOf(id: string, changes: Partial<TrendPeriod> = {}): TrendPeriod {
  return {
    id,
    label: `Week ${Number(id.slice(6))}`,
    from: MONDAY,
    to: addDays(MONDAY, 6),
    partial: false,
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
    ...changes
  }
}
