import type { Host } from '../host'
import { retold } from './retell'
import { weeks } from './week'
import type { World } from './world'

/** What the engine does with every answer while titles are hidden, near enough to look at. */
export function veiled(host: Host, world: World): Host {
  const entries = Object.entries(host).map(([name, ask]) => {
    if (name === 'listen') return [name, ask]
    return [
      name,
      async (...given: unknown[]) => {
        if (world.library.hides_titles && (name === 'setMarks' || name === 'saveRules')) throw HIDDEN
        const answer: unknown = await (ask as (...given: unknown[]) => unknown)(...given)
        if (!world.library.hides_titles) return answer
        const known = await words()
        return retold(name, answer, (value, sort) => text(value, sort, known))
      }
    ]
  })
  return Object.fromEntries(entries) as Host
}

const HIDDEN = {
  code: 'hidden',
  message: 'titles and names are hidden; show them to change this',
  diagnostics: []
}

type Words = Map<string, string>
let known: Promise<Words> | null = null

/** Titles and names of the fixtures, each with its neutral word. */
const words = () => (known ??= learn())

async function learn(): Promise<Words> {
  const found: Words = new Map()
  let [events, people] = [0, 0]
  for (const view of await weeks())
    for (const { row, people: there } of view.events) {
      if (!found.has(row.summary)) found.set(row.summary, `Event ${(events += 1)}`)
      for (const name of there) if (!found.has(name)) found.set(name, `Person ${(people += 1)}`)
    }
  return found
}

function text(value: string, sort: string, words: Words): string {
  if (value === '') return value
  switch (sort) {
    case 'writing':
    case 'place':
      return 'Hidden'
    case 'title':
    case 'name':
    case 'address':
    case 'calendar':
    case 'file':
    case 'team':
    case 'priority':
    case 'domain':
      return words.get(value) ?? `${sort[0]?.toUpperCase()}${sort.slice(1)} ${number(value)}`
    case 'deed':
      return value.startsWith('Import ') ? 'Import a calendar' : sentence(value, words)
    case 'quotation':
      return words.get(value) ?? sentence(value, words)
    default:
      return value
  }
}

function sentence(value: string, words: Words): string {
  let said = value.replaceAll(/“[^”]*”/g, (quoted) => `“${words.get(quoted.slice(1, -1)) ?? '…'}”`)
  for (const [name, word] of words) if (name.includes(' ')) said = said.replaceAll(name, word)
  return said
}

const number = (value: string) => 1000 + ([...value].reduce((sum, c) => sum * 31 + c.charCodeAt(0), 7) % 9000)
