import type { EventView, Rule } from '../host/types'

/** A rule to begin with: what has the words of this title is what this event is. Numbers and dates say nothing. */
export function ruleFor({ row }: EventView): Rule {
  const words = row.summary.match(/[\p{L}\p{N}]+/gu)?.filter((word) => !/\d/.test(word)) ?? []
  const conditions: Rule['conditions'] =
    words.length > 0
      ? [{ negated: false, test: { on: 'title_words', words: words.join(' ') } }]
      : [{ negated: false, test: { on: 'people', least: row.people ?? 1, most: row.people } }]
  return {
    name: '',
    enabled: true,
    conditions,
    outcome: { to: 'category', category: row.category ?? 'other_work' }
  }
}
