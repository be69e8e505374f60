import { addDays, dayOf, partOfDay, weekdayOf } from '../../domain/wall'
import type { FiguresCalls } from '../figures'
import type { Behind, EventView, FiguresView, Metric, Selection } from '../types'
import { answered } from './states'
import { weeks } from './week'
import type { World } from './world'

export const figuresOf = (world: World): FiguresCalls => ({
  figures: () =>
    answered(world, async () => {
      const file = await import('../../../fixtures/figures.json')
      const view = structuredClone(file.default) as unknown as FiguresView
      return world.state === 'little' ? little(view) : view
    }),
  behind: (selection, what) =>
    answered(world, async () => {
      const found = (await weeks())
        .flatMap(({ events }) => events)
        .filter((event) => event.row.counted && inside(event, selection) && isBehind(event, what))
        .sort((a, b) => b.minutes - a.minutes || b.start.localeCompare(a.start))
      return {
        events: found.slice(0, 200),
        count: found.length,
        minutes: found.reduce((sum, { minutes }) => sum + minutes, 0)
      }
    })
})

const inside = ({ start }: EventView, { from, to }: Selection) =>
  (!from || dayOf(start) >= from) && (!to || dayOf(start) <= to)

/** The engine knows more; here what an event says of itself is enough. */
function isBehind(event: EventView, what: Behind): boolean {
  if (what.of === 'everything') return true
  if (what.of === 'series') return what.uids.includes(event.series)
  if (what.of === 'category') return event.row.category === what.category
  if (what.of === 'hour') return event.shape === 'meeting' && reachesInto(event, what.weekday, what.hour)
  return METRICS[what.metric]?.(event) ?? event.shape === 'meeting'
}

function reachesInto({ start, end }: EventView, weekday: number, hour: number): boolean {
  const days = [dayOf(start), addDays(start, 1)].filter((day) => weekdayOf(day) === weekday)
  return days.some((day) => {
    const part = partOfDay(start, end, day)
    return part !== null && part.start < (hour + 1) * 60 && part.end > hour * 60
  })
}

const isFocus = ({ shape, row }: EventView) => shape === 'block' && row.category === 'deep_work'
const METRICS: Partial<Record<Metric, (event: EventView) => boolean>> = {
  focus_time: isFocus,
  survival: isFocus,
  protected_morning: isFocus,
  control: ({ mine }) => mine,
  switches: () => true,
  conflicts: ({ conflict }) => conflict,
  series_cost: ({ shape, recurring }) => shape === 'meeting' && recurring,
  focus_cost: ({ shape, recurring }) => shape === 'meeting' && recurring,
  large: ({ row }) => (row.people ?? 0) >= 9,
  long: ({ shape, start, end }) => shape === 'meeting' && (Date.parse(end) - Date.parse(start)) / 60_000 > 60,
  zombie: () => false,
  abandoned: () => false
}

/** A period in which nothing happens. */
function little(view: FiguresView): FiguresView {
  return {
    ...view,
    heat: { cells: [], first_hour: 0, last_hour: 0, last_weekday: 4 },
    free: view.free.map((one) => ({ ...one, count: 0, minutes: 0, stretches: [] })),
    merges: [],
    notes: ['Nothing is booked in this period.']
  }
}
