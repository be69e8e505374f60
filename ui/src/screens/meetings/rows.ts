import type { Category, Oddity, SeriesAction, SeriesChange, SeriesRow } from '../../host/types'

export type Sort =
  'summary' | 'hours' | 'focus' | 'people_hours' | 'people' | 'fortnightly' | 'shorter' | 'next'
export type Show = 'recurring' | 'single' | 'blocks' | 'all'

export interface Filter {
  show: Show
  marks: Oddity[]
  categories: Category[]
  words: string
}

export const MARKS: { mark: Oddity; label: string; about: string }[] = [
  { mark: 'zombie', label: 'Zombie', about: 'endless and over 26 weeks old, or often cancelled' },
  { mark: 'duplicate', label: 'Duplicate', about: 'the same people and topic as another series' },
  { mark: 'abandoned', label: 'Abandoned', about: 'everybody else declined' },
  { mark: 'large', label: 'Large', about: 'nine people or more' },
  { mark: 'long', label: 'Long', about: 'longer than 60 min' },
  { mark: 'no_end', label: 'No end', about: 'its rule has no end' }
]

export function markLabel(mark: Oddity): string {
  return MARKS.find((one) => one.mark === mark)?.label ?? mark
}

export function changeOf(row: SeriesRow, action: SeriesAction): SeriesChange | undefined {
  return row.changes.find((change) => change.action === action)
}

/** Those that give something back, in the order of advice, as they are told. */
export function worthwhile(changes: SeriesChange[]): SeriesChange[] {
  return changes
    .filter((change) => change.focus_hours_per_week >= 0.05 || change.hours_per_week >= 0.05)
    .filter((change) => change.focus_hours_per_week > -0.05)
}

function shown({ meeting, recurring }: SeriesRow, show: Show): boolean {
  if (show === 'all') return true
  if (show === 'blocks') return !meeting
  return meeting && recurring === (show === 'recurring')
}

/** One of the chosen marks, one of the chosen categories, and every word; what is not chosen does not limit. */
export function filtered(rows: SeriesRow[], { show, marks, categories, words }: Filter): SeriesRow[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean)
  return rows.filter(
    (row) =>
      shown(row, show) &&
      (marks.length === 0 || row.marks.some(({ mark }) => marks.includes(mark))) &&
      (categories.length === 0 || categories.includes(row.category)) &&
      wanted.every((word) => row.summary.toLowerCase().includes(word))
  )
}

const VALUES: Record<Exclude<Sort, 'summary' | 'next'>, (row: SeriesRow) => number | null> = {
  hours: (row) => row.hours_per_week,
  focus: (row) => row.focus_cost,
  people_hours: (row) => (row.meeting ? row.people_hours_per_month : null),
  people: (row) => (row.meeting && row.people_known ? row.people : null),
  fortnightly: (row) => changeOf(row, 'halve')?.focus_hours_per_week ?? null,
  shorter: (row) => changeOf(row, 'shorten')?.focus_hours_per_week ?? null
}

/** What has no value comes last, whichever way round. */
export function sorted(rows: SeriesRow[], by: Sort, descending: boolean): SeriesRow[] {
  const way = descending ? -1 : 1
  if (by === 'summary') return rows.toSorted((a, b) => way * a.summary.localeCompare(b.summary))
  if (by === 'next')
    return rows.toSorted((a, b) =>
      a.next === null || b.next === null
        ? Number(a.next === null) - Number(b.next === null)
        : way * a.next.localeCompare(b.next)
    )
  const value = VALUES[by]
  return rows.toSorted((a, b) => {
    const [one, two] = [value(a), value(b)]
    if (one === null || two === null) return Number(one === null) - Number(two === null)
    return way * (one - two)
  })
}
