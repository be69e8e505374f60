// What the program says of a calendar on the terminal.

import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { application } from './app.ts'
import { surroundings } from './process.ts'

/** As much of the report's JSON as is compared. */
export interface Report {
  week_mix: { categories: { category: string; open_focus_minutes: number }[]; fragment_minutes: number }
  metrics: {
    days: { day: string; booked_hours: number; overloaded: boolean; overloaded_because: string | null }[]
    fragmented_time: { total: number }
  }
  signals: { severity: string; subject: string; text: string }[]
  advice: { advice: { text: string; gain: string; because: string; trouble: number }[] }
  trust: { questions: { hours: number }[]; notes: string[] }
}

export interface Event {
  summary: string
  start: string
  end: string
  counted: boolean
  people: number | null
  category: string
  response: string
}

/** What it prints for these arguments, in a home where it may have remembered something. */
export function saidAt(home: string, ...args: string[]): string {
  const env = { ...process.env, ...surroundings(home) }
  return execFileSync(application, args, { encoding: 'utf8', env, maxBuffer: 64 * 1024 * 1024 })
}

/** What it prints for these arguments, in a home of its own. */
export function said(...args: string[]): string {
  const home = mkdtempSync(path.join(tmpdir(), 'weekwise-report-'))
  try {
    return saidAt(home, ...args)
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
}

/** The rows of the mix, each as the window says it: `Deep work, 28 %, target 30 % to 40 %, −0.8 h`. */
export function rowsOf(text: string): string[] {
  return text.split('\n').flatMap((line) => {
    const [, name, share, low, high, rest] =
      /^ {2}(\S.*?) +[█▒·░]+ +(\d+ %) +(?:(\d+)–(\d+) %)? +(\S.*)$/.exec(line) ?? []
    const target = low ? `target ${low} % to ${high} %, ${rest}` : rest
    return name ? [`${name}, ${share}, ${target}`] : []
  })
}

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** `Tuesday 1 Dec`, of a day or an instant on the clock there. */
export function dayOf(wall: string): string {
  const day = new Date(`${wall.slice(0, 10)}T12:00:00Z`)
  return `${WEEKDAYS[day.getUTCDay()]} ${day.getUTCDate()} ${MONTHS[day.getUTCMonth()]}`
}

/** `Stand-up, Tuesday 1 Dec, 9:00–9:15`: how the name of an event begins. */
export function nameOf({ summary, start, end }: Event): string {
  const clock = (wall: string) => wall.slice(11, 16).replace(/^0/, '')
  return `${summary}, ${dayOf(start)}, ${clock(start)}–${clock(end)}, `
}
