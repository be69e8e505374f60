import { hours, share } from '../../domain/format'
import type { Measure, Metric, TrendPeriod } from '../../host/types'
import type { SmallChart } from '../../marks/trends/small'

export type MeasureId = 'load' | 'focus' | 'fragments' | 'survival'

const wholeHours = (value: number) => `${Math.round(value)}\u00a0h`

export interface MeasureChart extends SmallChart {
  id: MeasureId
  /** The measure whose swing is known. */
  swings: Measure | null
  /** The definition, for "how this is computed". */
  how: string
  /** Whose events lie behind it; null where it is made of free time. */
  metric: Metric | null
}

export const SMALL_CHARTS: MeasureChart[] = [
  {
    id: 'load',
    label: 'Meeting load',
    value: ({ capacity_hours, meeting_load }) => (capacity_hours > 0 ? meeting_load : null),
    say: share,
    tick: share,
    full: 0.8,
    lines: [
      { at: 0.4, label: 'watch' },
      { at: 0.5, label: 'high' },
      { at: 0.6, label: 'overload' }
    ],
    shape: 'bar',
    swings: 'meeting_hours',
    how: 'Meetings inside working time, overlaps once, divided by capacity: working hours less lunch and other breaks, holidays and time off. From 40 % it deserves a look, from 50 % it is high, from 60 % it is overload.',
    metric: 'meeting_load'
  },
  {
    id: 'focus',
    label: 'Focus time',
    value: ({ focus_minutes, capacity_hours }) => (capacity_hours > 0 ? focus_minutes / 60 : null),
    say: hours,
    tick: wholeHours,
    full: 8,
    lines: [],
    shape: 'bar',
    swings: 'focus_time',
    how: 'All stretches of working time, free or held by own focus blocks, that are at least as long as the focus length (2 h unless you chose another). Blocks and gaps that touch are one stretch.',
    metric: 'focus_time'
  },
  {
    id: 'fragments',
    label: 'Fragments',
    value: ({ fragmented_minutes, capacity_hours }) => (capacity_hours > 0 ? fragmented_minutes / 60 : null),
    say: hours,
    tick: wholeHours,
    full: 4,
    lines: [],
    shape: 'bar',
    swings: 'fragmented_time',
    how: 'All free gaps of working time that are shorter than the focus length. They belong to no category.',
    metric: null
  },
  {
    id: 'survival',
    label: 'Blocks kept',
    value: ({ survival }) => survival,
    say: share,
    tick: share,
    full: 1,
    lines: [],
    shape: 'dot',
    swings: null,
    how: 'Booked focus time that no meeting was booked over afterwards, divided by all booked focus time. A meeting counts as booked over a block when it was created after it.',
    metric: 'survival'
  }
]

export function smallChart(id: MeasureId): MeasureChart {
  return SMALL_CHARTS.find((chart) => chart.id === id) ?? (SMALL_CHARTS[0] as MeasureChart)
}

export function said(chart: SmallChart, period: TrendPeriod): string {
  const value = chart.value(period)
  return value === null ? '–' : chart.say(value)
}
