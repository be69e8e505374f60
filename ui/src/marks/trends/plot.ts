import type { Category, Grain, TrendPeriod } from '../../host/types'
import { scaleOf } from '../scale'
import { columnsOf, ticksOf, type Columns, type Tick } from './axis'
import { fullOf, type SmallChart } from './small'
import { apart, bandOf, stackOf, type Segment, type TimePart } from './stack'

/** Where a level changed: the period it did so in, and the changes by their numbers. */
export interface Marker {
  at: string
  numbers: number[]
  worse: boolean
}

/** Room over the mix for the markers. */
export const FLAGS = 20
/** Room under the lowest chart for the axis. */
export const AXIS = 34
/** Room for the ends of the scales. */
export const LEFT = 40
const GAP = 14
const SIDE = 22

/** What is drawn. */
export interface Drawn {
  periods: TrendPeriod[]
  grain: Grain
  base: Category
  charts: SmallChart[]
  markers: Marker[]
}

/** The room it is drawn in, in pixels; `small` is the height of a small chart. */
export interface Room {
  width: number
  height: number
  small: number
}

type Scale = (value: number) => number

/** A small chart where it lies. */
export interface Row {
  chart: SmallChart
  top: number
  y: Scale
}

/** What is drawn, and where: every mark takes its place from here. */
export interface Plot extends Drawn, Room {
  /** Width of what lies between the scales and the letters. */
  wide: number
  columns: Columns
  ticks: Tick[]
  indexOf: Map<string, number>
  /** From a part of the mix, 0–1, to its height. */
  y: Scale
  band: { low: number; high: number } | null
  stacks: Segment[][]
  rows: Row[]
  /** The letters at the right end name the colours where they are. */
  letters: { part: Category; y: number }[]
}

export function plotOf(drawn: Drawn, room: Room): Plot {
  const { periods, grain, base, charts } = drawn
  const { width, height, small } = room
  const wide = Math.max(0, width - SIDE - LEFT)
  const columns = columnsOf(periods.length, wide)
  const smallTop = height - AXIS - charts.length * (small + GAP) + GAP
  const stackHeight = Math.max(60, smallTop - GAP - FLAGS)
  const y = scaleOf([0, 1], [FLAGS + stackHeight, FLAGS])
  const stacks = periods.map(({ mix }) => stackOf(mix, base))
  return {
    ...drawn,
    ...room,
    wide,
    columns,
    ticks: ticksOf(periods, grain, columns.step),
    indexOf: new Map(periods.map((period, index) => [period.id, index])),
    y,
    band: bandOf(periods, base),
    stacks,
    rows: charts.map((chart, index) => {
      const top = smallTop + index * (small + GAP)
      return { chart, top, y: scaleOf([0, fullOf(chart, periods)], [top + small, top]) }
    }),
    letters: lettersOf(stacks, y)
  }
}

/** Beside the newest period that has any time. */
function lettersOf(stacks: Segment[][], y: Scale): Plot['letters'] {
  const last = stacks.findLast((stack) => stack.length > 0) ?? []
  const booked = last.flatMap(({ part, from, to }) =>
    isCategory(part) && to > from ? [{ part, middle: y((from + to) / 2) }] : []
  )
  const middles = apart(
    booked.map(({ middle }) => middle),
    12
  )
  return booked.map(({ part }, index) => ({ part, y: middles[index] ?? 0 }))
}

function isCategory(part: TimePart): part is Category {
  return part !== 'fragments' && part !== 'open_focus'
}
