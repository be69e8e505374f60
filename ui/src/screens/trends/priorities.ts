import type { Priority } from '../../host/types'

/** One a line: `Ledger migration: migration, ledger`. A name alone is its own word. */
export function prioritiesOf(text: string): Priority[] {
  return text
    .split('\n')
    .map((line) => {
      const at = line.indexOf(':')
      const name = (at < 0 ? line : line.slice(0, at)).trim()
      const words = (at < 0 ? '' : line.slice(at + 1)).split(',').map((word) => word.trim())
      const said = words.filter(Boolean)
      return { name, words: said.length > 0 ? said : [name] }
    })
    .filter(({ name }) => name !== '')
}

export function textOf(priorities: Pick<Priority, 'name' | 'words'>[]): string {
  return priorities.map(({ name, words }) => `${name}: ${words.join(', ')}`).join('\n')
}
