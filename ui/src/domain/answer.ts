import type { QuestionOption, ShareChange } from '../host/types'
import { categoryLabel } from './category'
import { share } from './format'

/** So many changes of an answer are told; they come with the greatest first. */
const FEW = 2

/** `1:1s & mentoring 6 → 13 %` */
export function changeWords({ category, before, after }: ShareChange): string {
  return `${categoryLabel(category).toLowerCase()} ${share(before).replace(/\s%$/, '')} → ${share(after)}`
}

/**
 * What an answer does to the mix: what moves by a whole per cent, else that it moves little or, the guess, nothing. Empty
 * where nobody worked it out.
 */
export function effectsOf({ shares, guess }: Pick<QuestionOption, 'shares' | 'guess'>): string[] {
  const told = shares.filter(({ before, after }) => share(before) !== share(after)).slice(0, FEW)
  if (told.length > 0) return told.map(changeWords)
  if (shares.length > 0) return ['moves less than a point']
  return guess ? ['moves nothing'] : []
}
