import type { Answerer } from '../../host/types'

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
