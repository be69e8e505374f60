// Calendars the tests open. Their days hang on this week's Monday, so that it is the week shown first.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { afterAll } from 'vitest'

/** Kim's: five events this week, and two meetings in the next. */
export function kim(): string {
  return calendar(
    event('focus', 'Ledger migration design', at(0, '0900'), at(0, '1130')),
    event(
      'sync',
      'Platform sync',
      at(1, '1300'),
      at(1, '1400'),
      'RRULE:FREQ=WEEKLY;COUNT=2',
      ...people('kim', 'bea', 'sven', 'aisha', 'omar')
    ),
    event(
      'review',
      'Design review: outbox relay',
      at(2, '1000'),
      at(2, '1115'),
      ...people('kim', 'priya', 'felix')
    ),
    event('lee', 'Lee / Kim', at(3, '1400'), at(3, '1430'), ...people('kim', 'lee')),
    event('retro', 'Retro', at(4, '1500'), at(4, '1600'), ...people('kim', 'lee', 'priya', 'felix')),
    event('strategy', 'Technical strategy', at(9, '1000'), at(9, '1130'), ...people('kim', 'ruth', 'dana'))
  )
}

/** One event that can be read and one that cannot. */
export function odd(): string {
  return calendar(
    event('fine', 'Stand-up', at(0, '0900'), at(0, '0915'), ...people('kim', 'lee', 'jo')),
    event('odd', 'When?', 'yesterday', 'tomorrow')
  )
}

/** No calendar at all. */
export const letter = 'Dear Kim,\nplease find the calendar attached.\n'

const folder = mkdtempSync(path.join(tmpdir(), 'weekwise-calendars-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Writes a text to a file and says where it is. */
export function file(name: string, text: string): string {
  const where = path.join(folder, name)
  writeFileSync(where, text)
  return where
}

function calendar(...events: string[]): string {
  const start = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Weekwise//Window tests//EN']
  return [...start, ...events, 'END:VCALENDAR', ''].join('\r\n')
}

function event(uid: string, title: string, start: string, end: string, ...more: string[]): string {
  return [
    'BEGIN:VEVENT',
    `UID:${uid}@tests.example`,
    'DTSTAMP:20260101T080000Z',
    `DTSTART;TZID=Europe/Berlin:${start}`,
    `DTEND;TZID=Europe/Berlin:${end}`,
    `SUMMARY:${title}`,
    ...more,
    'END:VEVENT'
  ].join('\r\n')
}

function people(...names: string[]): string[] {
  return names.map((name) => `ATTENDEE;PARTSTAT=ACCEPTED;CN=${name}:mailto:${name}@team.example`)
}

/** A time so many days after this week's Monday. */
function at(days: number, clock: string): string {
  const now = new Date()
  const sinceMonday = (now.getDay() + 6) % 7
  const day = new Date(now.getFullYear(), now.getMonth(), now.getDate() - sinceMonday + days, 12)
  const [date] = new Date(day.getTime() - day.getTimezoneOffset() * 60_000).toISOString().split('T')
  return `${date?.replaceAll('-', '')}T${clock}00`
}
