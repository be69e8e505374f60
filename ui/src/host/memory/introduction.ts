import type { SettingsChange } from '../library'
import type { Guess, Introduction, IntroductionAnswer } from '../types'

// What an import of the demo's calendar by somebody would be asked about; `elsewhere`: read on a machine in New York.
const READ: Introduction = {
  me: {
    value: ['sam.okafor@harborline.example'],
    source: 'events',
    because: 'the address most events are about'
  },
  zone: { value: 'Europe/Berlin', source: 'stated', because: 'the calendar says so' },
  machine_zone: 'Europe/Berlin',
  zone_differs: false,
  machine_hours: null,
  hours: {
    value: { start: '09:00:00', end: '17:00:00' },
    source: 'events',
    because: 'the first and the last work of most days'
  },
  days: { value: [1, 2, 3, 4, 5], source: 'events', because: 'the days that have any work' },
  lunch: { value: null, source: 'usual', because: 'none stands in the calendar' },
  profile: { value: 'staff-plus', source: 'usual', because: 'what a Staff+ role needs' },
  working_hours: '09:00-17:00',
  open: true
}

export function introductionOf(state: string): Introduction {
  if (state !== 'elsewhere') return READ
  const machine_hours = { start: '03:00:00', end: '11:00:00' }
  return { ...READ, machine_zone: 'America/New_York', zone_differs: true, machine_hours }
}

/** What is still to be asked after a choice: what was said is no guess any more. */
export function heard(introduction: Introduction | null, change: SettingsChange): Introduction | null {
  if (!introduction) return null
  const next = { ...introduction }
  if (change.me) next.me = said(change.me)
  if (change.zone) Object.assign(next, { zone: said(change.zone), zone_differs: false, machine_hours: null })
  if (change.hours) next.hours = { ...next.hours, source: 'said', because: 'you said so' }
  if (change.profile) next.profile = said(change.profile)
  const asks = [next.me, next.zone, next.hours].some(({ source }) => source !== 'said')
  return { ...next, open: introduction.open && asks }
}

const said = <Value>(value: Value) =>
  ({ value, source: 'said', because: 'you said so' }) satisfies Guess<Value>

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

/** All of the card as one choice. */
export function confirmed(answer: IntroductionAnswer): SettingsChange {
  const at = (time: string) => time.slice(0, 5)
  const { hours, lunch, days } = answer
  const ranges = lunch
    ? `${at(hours.start)}-${at(lunch.start)},${at(lunch.end)}-${at(hours.end)}`
    : `${at(hours.start)}-${at(hours.end)}`
  const week = DAYS.map((day, index) => `${day} ${days.includes(index + 1) ? ranges : 'off'}`)
  return { me: answer.me, zone: answer.zone, hours: week.join('; '), profile: answer.profile }
}
