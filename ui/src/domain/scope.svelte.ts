import type { CalendarId, CalendarName, Library, Profile, Selection } from '../host/types'
import { count, dateRange } from './format'
import { chosen } from './chosen.svelte'
import { addDays } from './wall'

/** What a screen over many weeks is about; `usual` is what the screen shows by itself. */
export type Span = 'usual' | 'month' | 'quarter' | 'half' | 'year' | 'all' | 'days'

export const SPANS: { value: Span; label: string; weeks: number }[] = [
  { value: 'usual', label: 'As usual', weeks: 0 },
  { value: 'month', label: '4 weeks', weeks: 4 },
  { value: 'quarter', label: 'Quarter', weeks: 13 },
  { value: 'half', label: 'Half a year', weeks: 26 },
  { value: 'year', label: 'Year', weeks: 52 },
  { value: 'all', label: 'All', weeks: 0 },
  { value: 'days', label: 'From … to …', weeks: 0 }
]

/** What of a library the choice depends on. */
type Known = Pick<Library, 'week' | 'first_day' | 'last_day' | 'calendars' | 'profiles'>

/** The days, calendars and targets a screen is about: chosen there, kept while the window is open. */
export class Scope {
  span = $state<Span>('usual')
  /** The days of the span `days`; empty while nobody wrote them. */
  from = $state('')
  to = $state('')
  /** None is all. By name too: after an import the numbers may be others. */
  calendars = $state.raw<CalendarName[]>([])
  /** The id of a profile; null is the chosen one. */
  profile = $state<string | null>(null)

  get narrowed(): boolean {
    return this.span !== 'usual' || this.calendars.length > 0 || this.profile !== null
  }

  reset(): void {
    this.span = 'usual'
    this.calendars = []
    this.profile = null
  }

  /** What is asked of the engine. */
  selection(library: Known | null): Selection {
    const days = library ? this.days(library) : null
    return {
      from: days?.from ?? null,
      to: days?.to ?? null,
      calendars: library && this.calendars.length > 0 ? this.chosen(library) : null,
      profile: this.profile
    }
  }

  /** The numbers the chosen calendars have now; none is all. */
  chosen({ calendars }: Pick<Known, 'calendars'>): CalendarId[] {
    return calendars.filter(({ name }) => this.calendars.some((one) => one.name === name)).map(({ id }) => id)
  }

  /** The chosen days; null where the screen shows its usual ones. They end with the week the window shows first. */
  days({ week, first_day, last_day }: Known): { from: string; to: string } | null {
    if (this.span === 'days') return daysOf(this.from, this.to) ?? null
    if (this.span === 'usual' || week === null) return null
    const to = addDays(chosen.firstOf(week), 6)
    const weeks = SPANS.find(({ value }) => value === this.span)?.weeks ?? 0
    const from = addDays(to, 1 - 7 * weeks)
    if (this.span !== 'all') return { from, to }
    const first = first_day ?? from
    const last = last_day !== null && last_day < to ? last_day : to
    return { from: first < last ? first : last, to: last }
  }

  /** Whether the written days make sense; in words where they do not. */
  get problem(): string | null {
    if (this.span !== 'days') return null
    if (!isDay(this.from) || !isDay(this.to)) return 'Write both days as 2026-11-09.'
    return this.from > this.to ? 'The first day is after the last one.' : null
  }

  /** What is chosen, in words: `Quarter · Work · Architect`; `usual` is what the screen shows by itself. */
  words({ profiles }: { profiles: Profile[] }, usual: string): string {
    const label = SPANS.find(({ value }) => value === this.span)?.label ?? ''
    const span = this.span === 'usual' ? usual : label
    const named = this.span === 'days' && this.problem === null ? dateRange(this.from, this.to) : span
    const [only] = this.calendars
    const some =
      this.calendars.length === 1 ? (only?.name ?? '1 calendar') : count(this.calendars.length, 'calendar')
    const profile = profiles.find(({ id }) => id === this.profile)?.name
    return [named, this.calendars.length > 0 ? some : '', profile ?? ''].filter(Boolean).join(' · ')
  }
}

function daysOf(from: string, to: string): { from: string; to: string } | undefined {
  return isDay(from) && isDay(to) && from <= to ? { from, to } : undefined
}

/** A day of the calendar, written `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`))
}
