import { shortWeek } from '../../domain/format'
import type { Grain, TrendPeriod } from '../../host/types'

export interface Columns {
  /** Left edge and width of a bar. */
  x: (index: number) => number
  width: number
  /** From one bar to the next. */
  step: number
}

/** Of each step, this much is the bar. */
const FILLED = 0.78

export function columnsOf(count: number, width: number): Columns {
  const step = Math.max(1, width) / Math.max(1, count)
  const bar = step * FILLED
  return { x: (index) => index * step + (step - bar) / 2, width: bar, step }
}

export interface Tick {
  index: number
  /** The near line: week, month or quarter; empty where there is no room. */
  label: string
  /** The far line, where something greater begins: month or year. */
  above: string
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** Labels under the columns; as many as there is room for, counted from the newest. */
export function ticksOf(periods: TrendPeriod[], grain: Grain, step: number): Tick[] {
  const every = Math.max(1, Math.ceil((grain === 'week' ? 20 : 30) / step))
  const last = periods.length - 1
  let greater = ''
  let room = 0
  return periods.map((period, index) => {
    const now = greaterOf(period, grain)
    // Its own width, so that two never touch.
    const begins = now !== greater && (index - room) * step >= (room === 0 && index === 0 ? 0 : 34)
    if (begins) room = index
    greater = now
    return {
      index,
      label: (last - index) % every === 0 ? nearOf(period, grain) : '',
      above: begins ? now : ''
    }
  })
}

function nearOf({ id, from }: TrendPeriod, grain: Grain): string {
  if (grain === 'week') return shortWeek(id, '')
  return grain === 'month' ? (MONTHS[Number(from.slice(5, 7)) - 1] ?? '') : id.slice(5)
}

function greaterOf({ from }: TrendPeriod, grain: Grain): string {
  return grain === 'week' ? (MONTHS[Number(from.slice(5, 7)) - 1] ?? '') : from.slice(0, 4)
}
