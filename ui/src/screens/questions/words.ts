import type { Answerer, ShareChange } from '../../host/types'
import { categoryLabel } from '../../domain/category'
import { share } from '../../domain/format'

/** `1:1s & mentoring 6 → 13 %` */
export function changeWords({ category, before, after }: ShareChange): string {
  return `${categoryLabel(category).toLowerCase()} ${share(before).replace(/\s%$/, '')} → ${share(after)}`
}

/** Who answered, where it was not the user: ` by a script`. */
export function whoWords(who: Answerer): string {
  switch (who.by) {
    case 'me':
      return ''
    case 'rule':
      return `by the rule ${who.name}`
    case 'script':
      return 'by a script'
    case 'assistant':
      return `by ${who.name}`
  }
}
