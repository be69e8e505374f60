import type { IsoWeek, WeekView } from '../types'
import type { WeekCalls } from '../week'
import { blankWeek } from './blank'
import { asCorrected } from './corrections'
import { noted } from './marks'
import type { World } from './world'

const files = import.meta.glob<{ default: unknown }>('../../../fixtures/weeks/*.json')

export const weekOf = (world: World): WeekCalls => ({
  week: async (asked, calendars = []) => {
    const week = asked ?? world.library.week
    const view = await stored(week)
    // Everything the fixtures know is in the first calendar.
    if (week !== null && calendars.length > 0 && !calendars.includes(0)) return blankWeek(view, week)
    return asChosen(world, asCorrected(world, view))
  }
})

/** With the profile and the days off that are chosen; the sums stay as they were: counting is the engine's. */
function asChosen(world: World, view: WeekView): WeekView {
  const { profile } = world.library.settings
  const off = noted(world).days_off
  const days = view.days.map((day) =>
    off.includes(day.day) ? { ...day, day_off: true, working: [], gaps: [] } : day
  )
  return { ...view, profile, days }
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
