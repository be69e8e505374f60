import type { EvidenceItem } from '../../host/types'

/** What of a section belongs to one series: it is ticked as one. */
export interface Series {
  uid: string
  title: string
  times: number
  hours: number
  first: string
  last: string
}

/** The series of a section, the most hours first. */
export function seriesOf(items: EvidenceItem[]): Series[] {
  const found = new Map<string, Series>()
  for (const { uid, title, hours, day } of items) {
    const known = found.get(uid)
    if (!known) found.set(uid, { uid, title, times: 1, hours, first: day, last: day })
    else
      found.set(uid, {
        ...known,
        times: known.times + 1,
        hours: known.hours + hours,
        first: day < known.first ? day : known.first,
        last: day > known.last ? day : known.last
      })
  }
  return [...found.values()].sort((a, b) => b.hours - a.hours || a.title.localeCompare(b.title))
}
