import type { ImportedCalendar, ImportSummary, Library } from '../host/types'
import { count } from './format'

/** What an import brought, in one sentence: `Imported Work: 12 new, 3 moved; 1 event left out`. */
export function importWords({ calendars, diagnostics }: ImportSummary): string {
  const fresh = calendars.filter(({ identical }) => !identical)
  if (calendars.length > 0 && fresh.length === 0)
    return `${named(calendars)}: nothing is different from before`
  const leftOut = diagnostics.filter(({ outcome }) => outcome === 'left_out').length
  const changes = changesOf(fresh)
  const what = changes === '' ? '' : `: ${changes}`
  return `Imported ${named(fresh)}${what}${leftOut > 0 ? `; ${count(leftOut, 'event')} left out` : ''}`
}

/** What is to be asked after an import, and how a yes is done. */
export interface ImportQuestion {
  words: string
  join: () => Promise<Library>
}

/** Whether a calendar is one that was there, where nothing in the two tells; with both names. */
export function importQuestion(
  { calendars }: ImportSummary,
  host: { joinCalendars(key: number, into: number): Promise<Library> }
): ImportQuestion | null {
  const asked = calendars.find(({ may_be }) => may_be)
  if (!asked?.may_be) return null
  const { key, name } = asked.may_be
  return {
    words: `Is “${asked.name}” the same calendar as “${name}”? Both count until you say so.`,
    join: () => host.joinCalendars(asked.key, key)
  }
}

function named(calendars: ImportedCalendar[]): string {
  const [first, ...more] = calendars
  if (!first) return 'nothing'
  return more.length === 0 ? first.name : `${first.name} and ${count(more.length, 'more calendar')}`
}

function changesOf(calendars: ImportedCalendar[]): string {
  const sum = (of: 'added' | 'moved' | 'changed' | 'cancelled' | 'removed') =>
    calendars.reduce((total, calendar) => total + calendar[of], 0)
  // In a calendar that was not there before, everything is new, called off or not: that is how many events it has.
  if (calendars.every(({ created }) => created)) return count(sum('added') + sum('cancelled'), 'event')
  const parts: [number, string][] = [
    [sum('added'), 'new'],
    [sum('moved'), 'moved'],
    [sum('cancelled'), 'called off'],
    [sum('changed'), 'otherwise different'],
    [sum('removed'), 'not there any more']
  ]
  return parts
    .filter(([number]) => number > 0)
    .map(([number, what]) => `${number.toLocaleString('en-GB')} ${what}`)
    .join(', ')
}
