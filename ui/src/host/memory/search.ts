import type { SearchCalls } from '../search'
import type { SearchHit } from '../types'
import { weeks } from './week'

/** Looks through the weeks of the fixtures, each series once. */
export const searchOf = (): SearchCalls => ({
  search: async (text) => {
    const words = text.toLowerCase().split(/\s+/).filter(Boolean)
    const found = new Map<string, SearchHit>()
    if (words.length === 0) return []
    for (const view of await weeks())
      for (const { row, start, people } of view.events) {
        const all = [row.summary, ...people].join(' ').toLowerCase()
        if (!words.every((word) => all.includes(word)) || found.has(row.uid)) continue
        const { uid, summary: title, calendar, status } = row
        found.set(uid, { uid, title, calendar, start, week: view.week, cancelled: status === 'CANCELLED' })
      }
    return [...found.values()].slice(0, 30)
  }
})
