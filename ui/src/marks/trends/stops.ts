import { categoryLabel } from '../../domain/category'
import { hoursOfMinutes, share } from '../../domain/format'
import type { TrendPeriod } from '../../host/types'
import type { Stop } from '../week/rove'
import { AXIS, type Plot } from './plot'
import type { TimePart } from './stack'

/** A mark the keys can go to, and where its ring is drawn. */
export interface Box extends Stop {
  x: number
  y: number
  width: number
  height: number
}

/** What every mark says about itself to the keys, the pointer and screen readers. */
export interface MarkNames {
  'data-stop': string
  role: 'button'
  tabindex: 0 | -1
  'aria-label': string
}

/** Where the periods of the axis are in their column: under everything. */
export const LOWEST = 99

/** All marks: what changed, then each column from the top of its mix to its name. */
export function boxesOf(plot: Plot): Box[] {
  return [...markerBoxes(plot), ...plot.periods.flatMap((period, column) => boxesIn(plot, period, column))]
}

function markerBoxes({ markers, indexOf, columns }: Plot): Box[] {
  return markers.flatMap(({ at }) => {
    const column = indexOf.get(at)
    if (column === undefined) return []
    return [{ id: `marker ${at}`, column, at: -1, x: columns.x(column) - 12, y: 0, width: 24, height: 16 }]
  })
}

function boxesIn(
  { columns, stacks, rows, y, small, height }: Plot,
  period: TrendPeriod,
  column: number
): Box[] {
  const x = columns.x(column)
  const width = columns.width
  const parts = (stacks[column] ?? []).map(({ part, from, to }, index) => ({
    id: `part ${period.id} ${part}`,
    column,
    at: 20 - index,
    x,
    y: y(to),
    width,
    height: y(from) - y(to)
  }))
  const bars = rows.map(({ chart, top }, index) => ({
    id: `chart ${period.id} ${chart.id}`,
    column,
    at: 40 + index,
    x,
    y: top,
    width,
    height: small
  }))
  const name = {
    id: `period ${period.id}`,
    column,
    at: LOWEST,
    x: x - 1,
    y: height - AXIS + 2,
    width: width + 2,
    height: 16
  }
  return [...parts, ...bars, name]
}

/** What a mark is called, by its stop: `marker`, `period`, `chart` or `part`, the period, and which one. */
export function nameOf(stop: string, { periods, indexOf, charts, stacks }: Plot): string {
  const [kind = '', at = '', what = ''] = stop.split(' ')
  const index = indexOf.get(at) ?? 0
  const period = periods[index]
  if (!period) return ''
  if (kind === 'marker') return `What changed in ${period.label}`
  if (kind === 'period') return `${period.label}${sort(period)}`
  if (kind === 'chart') {
    const chart = charts.find((one) => one.id === what)
    const value = chart?.value(period) ?? null
    return `${period.label}, ${chart?.label ?? ''}: ${value === null ? 'none' : chart?.say(value)}`
  }
  const segment = stacks[index]?.find(({ part }) => part === what)
  if (!segment) return ''
  return `${period.label}, ${partLabel(segment.part)}: ${share(segment.to - segment.from)}, ${hoursOfMinutes(segment.minutes)}`
}

function sort({ partial, series_only, promised, unusual }: TrendPeriod): string {
  const told = series_only ? ', series only' : partial ? ', not a whole one' : ''
  return `${told}${promised ? ', still to come' : ''}${unusual === null ? '' : ', unusual'}`
}

function partLabel(part: TimePart): string {
  if (part === 'open_focus') return 'Open focus'
  return part === 'fragments' ? 'Fragments' : categoryLabel(part)
}
