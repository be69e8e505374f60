import { categoryLabel } from '../../domain/category'
import type { Band, Profile } from '../../host/types'

/** A band in whole per cent, as it is typed: empty or half typed is not a number. */
export interface Draft {
  category: Band['category']
  low: number | null
  high: number | null
}

export const draftsOf = ({ bands }: Profile): Draft[] =>
  bands.map(({ category, low, high }) => ({
    category,
    low: Math.round(low * 1000) / 10,
    high: Math.round(high * 1000) / 10
  }))

export const bandsOf = (drafts: Draft[]): Band[] =>
  drafts.map(({ category, low, high }) => ({
    category,
    low: (low ?? 0) / 100,
    high: (high ?? 0) / 100
  }))

/** What is wrong with one band, in words; null where nothing is. */
export function bandProblem({ low, high }: Draft): string | null {
  if (low === null || high === null) return 'Both ends are numbers.'
  if (low < 0 || high > 100 || low > 100 || high < 0) return 'A band lies within 0 and 100 %.'
  return low > high ? 'A band does not end before it starts.' : null
}

/** The sum of the lower ends. */
export const lowsOf = (drafts: Draft[]) => drafts.reduce((sum, { low }) => sum + (low ?? 0), 0)

/** What is wrong with all of them, in words; null where they can be used. */
export function problemOf(drafts: Draft[]): string | null {
  const wrong = drafts.find((draft) => bandProblem(draft))
  if (wrong) return `${categoryLabel(wrong.category)}: ${bandProblem(wrong)}`
  const lows = Math.round(lowsOf(drafts) * 10) / 10
  return lows > 100 ? `The lower ends sum to ${lows} %: more than the week has.` : null
}

/** A name for a copy that nobody else has. */
export function copyName(name: string, all: { name: string }[]): string {
  const taken = new Set(all.map((one) => one.name.toLowerCase()))
  for (let number = 1; ; number += 1) {
    const copy = number === 1 ? `${name}, mine` : `${name}, mine ${number}`
    if (!taken.has(copy.toLowerCase())) return copy
  }
}
