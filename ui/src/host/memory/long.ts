import type { Host } from '../host'
import { retold } from './retell'

/** So many letters without a blank. */
const LETTERS = 80
const FROM_OUTSIDE = new Set([
  'title',
  'name',
  'calendar',
  'file',
  'team',
  'priority',
  'domain',
  'address',
  'place',
  'writing'
])

/** What strangers write, as long as it gets: every title, name and note is one word of eighty letters. */
export function lengthened(host: Host): Host {
  const entries = Object.entries(host).map(([name, ask]) => {
    if (name === 'listen') return [name, ask]
    return [
      name,
      async (...given: unknown[]) =>
        retold(name, await (ask as (...given: unknown[]) => unknown)(...given), told)
    ]
  })
  return Object.fromEntries(entries) as Host
}

function told(value: string, sort: string): string {
  if (FROM_OUTSIDE.has(sort)) return value === '' ? value : long(value)
  if (sort !== 'quotation' && sort !== 'deed') return value
  return value.replaceAll(/“([^”]*)”/g, (_, quoted: string) => `“${long(quoted)}”`)
}

/** The same text has the same word; zones stay what they are, and whole papers. */
function long(value: string): string {
  if (value.length > 500 || /^[A-Z][a-z]+\/[A-Za-z_/]+$/.test(value)) return value
  const word = value.replaceAll(/\s/g, '') || 'x'
  return word.repeat(Math.ceil(LETTERS / word.length)).slice(0, Math.max(LETTERS, word.length))
}
