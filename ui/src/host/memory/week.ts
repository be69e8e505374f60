import { parseDateTime, toTimeZone, toZoned } from '@internationalized/date'
import { addDays, weekdayOf } from '../../domain/wall'
import type { DayView, IsoWeek, Report, WeekView } from '../types'
import type { WeekCalls } from '../week'
import { blankWeek } from './blank'
import { asCorrected } from './corrections'
import { withCrowd, withDays } from './days'
import { noted } from './marks'
import type { World } from './world'

const files = import.meta.glob<{ default: unknown }>('../../../fixtures/weeks/*.json')

export const weekOf = (world: World): WeekCalls => ({
  week: async (asked, calendars = []) => {
    const week = asked ?? world.library.week
    const view = await stored(week)
    // Everything the fixtures know is in the first calendar.
    if (week !== null && calendars.length > 0 && !calendars.includes(0)) return blankWeek(view, week)
    return asChosen(world, asCorrected(world, inState(world, view)))
  }
})

function inState({ state }: World, view: WeekView): WeekView {
  if (state === 'days') return withDays(view)
  return state === 'crowded' ? withCrowd(view) : view
}

/** With the profile, the days off and the stays that are chosen; the sums stay as they were: counting is the engine's. */
function asChosen(world: World, view: WeekView): WeekView {
  const { profile } = world.library.settings
  const refused = noted(world).asks.map(({ id }) => id)
  const off = noted(world).days_off
  const days = view.days.map((day) =>
    off.includes(day.day) ? { ...day, day_off: true, working: [], gaps: [] } : elsewhere(world, day)
  )
  return { ...view, profile, days, report: withoutRefused(view.report, refused) }
}

function withoutRefused(report: Report, refused: string[]): Report {
  const advice = report.advice.advice.filter(
    ({ id }) => !refused.some((one) => `${one}:`.startsWith(`${id}:`))
  )
  return { ...report, advice: { ...report.advice, advice } }
}

/** A day on a journey: its hours on the wall clock of the place, as the wall at home shows them. */
function elsewhere(world: World, day: DayView): DayView {
  const { hours, zone } = world.library.settings
  const stayOn = (date: string) =>
    noted(world).stays.find(({ first, last }) => first <= date && date <= last) ?? null
  const dates = [-1, 0, 1].map((after) => addDays(day.day, after))
  if (dates.every((date) => stayOn(date) === null)) return day
  const working = dates.flatMap((date) =>
    (hours.days[weekdayOf(date)] ?? []).flatMap(({ start, end }) => {
      const home = (time: string) =>
        toTimeZone(toZoned(parseDateTime(`${date}T${time}`), stayOn(date)?.zone ?? zone), zone)
          .toString()
          .slice(0, 19)
      const from = home(start) < day.day ? `${day.day}T00:00:00` : home(start)
      const to = home(end) > `${day.day}T23:59:59` ? `${day.day}T23:59:59` : home(end)
      return from.startsWith(day.day) && from < to ? [{ start: from.slice(11), end: to.slice(11) }] : []
    })
  )
  return { ...day, stay: stayOn(day.day), working, gaps: [] }
}

/** Every week there is, for what looks at all of them. */
export async function weeks(): Promise<WeekView[]> {
  return Promise.all(Object.values(files).map(async (file) => (await file()).default as WeekView))
}

async function stored(week: IsoWeek | null): Promise<WeekView> {
  const file = files[`../../../fixtures/weeks/${week}.json`]
  if (file) return (await file()).default as WeekView
  const first = Object.values(files)[0]
  if (!first) throw new Error('no week in fixtures/weeks')
  const frame = (await first()).default as WeekView
  return week === null ? frame : blankWeek(frame, week)
}
