import type { Host } from '../host'
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
        return world.library.hides_titles ? hidden(answer, await words()) : answer
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

const KEPT = [
  'uid',
  'uids',
  'series',
  'key',
  'id',
  'evidence',
  'start',
  'end',
  'category',
  'kind',
  'recurrence_id'
]
const PRIVATE = ['location', 'description', 'draft', 'plain', 'warm', 'brief', 'words', 'pattern', 'why']
const NAMES = [
  'people',
  'with',
  'address',
  'addresses',
  'candidates',
  'calendar',
  'calendars',
  'files',
  'file'
]
const TITLES = ['summary', 'title']

function hidden(value: unknown, words: Words, key = '', within: object = {}): unknown {
  if (Array.isArray(value)) return value.map((one) => hidden(one, words, key, within))
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value).map(([name, one]) => [name, hidden(one, words, name, value)])
    )
  return typeof value === 'string' ? text(value, words, key, within) : value
}

function text(value: string, words: Words, key: string, within: object): string {
  if (KEPT.includes(key) || value === '') return value
  if (PRIVATE.includes(key)) return 'Hidden'
  const person = 'address' in within && key === 'name'
  const calendar = key === 'name' && 'id' in within && typeof within.id === 'number'
  const named = ('suggested_name' in within && key === 'name') || key === 'suggested_name' || key === 'team'
  if (person || calendar || NAMES.includes(key))
    return words.get(value) ?? `${person ? 'Person' : 'Name'} ${number(value)}`
  if (named) return `Team ${number(value)}`
  if (TITLES.includes(key) && 'uid' in within) return words.get(value) ?? 'Hidden'
  let said = value.replaceAll(/“[^”]*”/g, (quoted) => `“${words.get(quoted.slice(1, -1)) ?? '…'}”`)
  for (const [name, word] of words) if (name.includes(' ')) said = said.replaceAll(name, word)
  return said
}

const number = (value: string) => 1000 + ([...value].reduce((sum, c) => sum * 31 + c.charCodeAt(0), 7) % 9000)
