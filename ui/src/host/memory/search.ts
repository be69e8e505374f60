import type { SearchCalls } from '../search'
import type { SearchHit } from '../types'
import { linesOf } from './reviews'
import { weeks } from './week'
import type { World } from './world'

/** Looks through the weeks of the fixtures, each series once. */
export const searchOf = (world: World): SearchCalls => ({
  search: async (text) => {
    const words = text.toLowerCase().split(/\s+/).filter(Boolean)
    const found = new Map<string, SearchHit>()
    if (words.length === 0) return { hits: [], found: 0, minutes: 0, lines: [] }
    for (const view of await weeks())
      for (const { row, start, people, minutes } of view.events) {
        const all = [row.summary, ...people].join(' ').toLowerCase()
        if (!words.every((word) => all.includes(word))) continue
        const known = found.get(row.uid)
        if (known) {
          found.set(row.uid, { ...known, times: known.times + 1, minutes: known.minutes + minutes })
          continue
        }
        const { uid, summary: title, calendar, status } = row
        const cancelled = status === 'CANCELLED'
        const who = people.slice(0, 4)
        const hit = { uid, title, calendar, start, week: view.week, cancelled, people: who, excerpt: null }
        found.set(uid, { ...hit, times: 1, minutes })
      }
    const all = [...found.values()]
    const minutes = all.reduce((sum, hit) => sum + hit.minutes, 0)
    const lines = linesOf(world)
      .filter(({ line }) => words.every((word) => line.toLowerCase().includes(word)))
      .map(({ week, from, to, line }) => ({ week, from, to, line }))
    return { hits: all.slice(0, 50), found: all.length, minutes, lines }
  }
})
