import { count, hours } from '../../../domain/format'
import { dayOf } from '../../../domain/wall'
import type { EvidenceItem, EvidenceReport, EventView } from '../../../host/types'
import type { EvidencePanel } from '../evidence.svelte'

interface Subject {
  title: string
  text: string
  uids: string[]
  /** Of the events of these series, those that are meant: blocks that were kept, and not those that were taken. */
  only: (event: EventView) => boolean
}

/** What a panel is about; null where it is an event, or not there any more. */
export function behindOf(panel: EvidencePanel, view: EvidenceReport): Subject | null {
  if (panel.kind === 'event') return null
  if (panel.kind === 'person') {
    const person = view.mentored.find(({ address }) => address === panel.address)
    if (!person) return null
    const items = view.sections.find(({ id }) => id === 'mentoring')?.items ?? []
    const text = `${hours(person.hours)} in ${count(person.times, 'conversation')}.`
    return about(
      person.name,
      text,
      items.filter(({ uid }) => person.evidence.includes(uid))
    )
  }
  const section = view.sections.find(({ id }) => id === (panel.kind === 'section' ? panel.id : panel.section))
  if (!section) return null
  if (panel.kind === 'section') return about(section.title, section.text, section.items)
  const items = section.items.filter(({ uid }) => uid === panel.uid)
  const [first] = items
  return first ? about(first.title || 'No title', '', items) : null
}

function about(title: string, text: string, items: EvidenceItem[]): Subject {
  const known = new Set(items.map(({ uid, day }) => `${uid} ${day}`))
  return {
    title,
    text,
    uids: [...new Set(items.map(({ uid }) => uid))],
    only: ({ row, start }) => known.has(`${row.uid} ${dayOf(start)}`)
  }
}
