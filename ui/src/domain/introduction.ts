import type { Introduction, Profile } from '../host/types'
import { clockRange } from './format'
import { cityOf } from './zone-name'

const WEEK = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

/** The days of a week to choose from, Monday as 1. */
export const WEEK_DAYS = WEEK.map((label, index) => ({ value: index + 1, label }))

/** `Mon–Fri`, `Sun–Thu`, `Mon, Wed, Fri`: three and more that follow each other are said by their ends. */
export function daysText(days: number[]): string {
  if (days.length === 7) return 'every day'
  if (days.length === 0) return 'none'
  const after = (day: number) => (day % 7) + 1
  // A run begins where the day before is free; the week may turn over inside of it.
  const firsts = WEEK_DAYS.map(({ value }) => value).filter(
    (day) => days.includes(day) && !days.includes(((day + 5) % 7) + 1)
  )
  const runs = firsts.map((first) => {
    const run = [first]
    for (let day = after(first); days.includes(day); day = after(day)) run.push(day)
    return run.map((day) => WEEK[day - 1] ?? '')
  })
  return runs.map((run) => (run.length > 2 ? `${run[0]}–${run.at(-1)}` : run.join(', '))).join(', ')
}

/** One line of the card: what is in force, and where it comes from. */
export interface IntroductionLine {
  name: string
  value: string
  because: string
}

export function introductionLines(asked: Introduction, profiles: Profile[]): IntroductionLine[] {
  const { me, zone, hours, days, lunch, profile } = asked
  const elsewhere = asked.zone_differs ? `; this computer is on ${cityOf(asked.machine_zone)} time` : ''
  return [
    { name: 'You', value: me.value.join(', ') || 'not known', because: me.because },
    { name: 'Zone', value: cityOf(zone.value), because: zone.because + elsewhere },
    { name: 'Hours', value: clockRange(hours.value.start, hours.value.end), because: hours.because },
    { name: 'Days', value: daysText(days.value), because: days.because },
    {
      name: 'Lunch',
      value: lunch.value ? clockRange(lunch.value.start, lunch.value.end) : 'none',
      because: lunch.because
    },
    {
      name: 'Role',
      value: profiles.find(({ id }) => id === profile.value)?.name ?? profile.value,
      because: profile.because
    }
  ]
}
