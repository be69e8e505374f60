import { categoryLabel } from '../category'
import { hours, share } from '../format'
import type { Figure } from './figure'

const points = (value: number) => `${value.toFixed(1)}\u00a0points`

const MEASURES: Record<string, string> = {
  deep_work: 'Deep work',
  one_on_one: '1:1s & mentoring',
  cross_team: 'Cross-team',
  review: 'Review',
  strategy: 'Strategy',
  other_work: 'Other work',
  meeting_hours: 'Meeting hours',
  focus_time: 'Focus time',
  fragmented_time: 'Fragments',
  after_hours: 'After hours'
}

/** Of series, of how much weeks differ, and of the targets. */
export const SERIES: Figure[] = [
  {
    id: 'volatility',
    label: 'Volatility',
    group: 'Order',
    value: ({ metrics }) => {
      const load = metrics.volatility.find(({ measure }) => measure === 'meeting_hours')
      return load?.volatility == null ? 'too few weeks' : `${share(load.volatility)} in meeting hours`
    },
    how: 'Standard deviation divided by mean of the last 12 whole, usual weeks up to the end of the period.',
    parts: ({ metrics }) =>
      metrics.volatility.map(({ measure, mean_hours, volatility }) => ({
        name: MEASURES[measure] ?? measure,
        value: `${hours(mean_hours)} a week${volatility === null ? '' : `, ± ${share(volatility)}`}`
      }))
  },
  {
    id: 'series_cost',
    label: 'Cost of series',
    group: 'Series',
    value: ({ metrics }) =>
      `${hours(metrics.series_cost.reduce((sum, one) => sum + one.hours_per_week, 0))} a week`,
    how: 'My hours a week in each recurring meeting; people-hours a month are length × people who have not declined × times.',
    metric: 'series_cost',
    parts: ({ metrics }) =>
      metrics.series_cost.slice(0, 12).map(({ summary, hours_per_week, people_hours_per_month }) => ({
        name: summary || 'Untitled',
        value: `${hours(hours_per_week)} a week, ${
          people_hours_per_month === null
            ? 'people unknown'
            : `${Math.round(people_hours_per_month)} people-hours a month`
        }`
      }))
  },
  {
    id: 'focus_cost',
    label: 'Focus cost of series',
    group: 'Series',
    value: ({ metrics }) => {
      const [most] = metrics.focus_cost
      return most && most.hours_per_week > 0 ? `at most ${hours(most.hours_per_week)} a week` : 'none'
    },
    how: 'Focus time without a series less focus time with it, hours a week: each series left out alone.',
    metric: 'focus_cost',
    parts: ({ metrics }) =>
      metrics.focus_cost
        .filter(({ hours_per_week }) => hours_per_week > 0)
        .slice(0, 12)
        .map(({ summary, hours_per_week }) => ({ name: summary || 'Untitled', value: hours(hours_per_week) }))
  },
  {
    id: 'zombies',
    label: 'Zombie series',
    group: 'Series',
    value: ({ metrics }) => String(metrics.zombies.length),
    how: 'Recurring meetings without an end that are older than 26 weeks, or of whose last 8 at least 30 % were cancelled.',
    metric: 'zombie'
  },
  {
    id: 'abandoned',
    label: 'Abandoned series',
    group: 'Series',
    value: ({ metrics }) => String(metrics.abandoned.length),
    how: 'Meetings everybody else has declined.',
    metric: 'abandoned'
  },
  {
    id: 'gap_to_band',
    label: 'Gap to the bands',
    group: 'Targets',
    value: ({ metrics }) => {
      const most = metrics.gap_to_band.reduce((max, { points: of }) => Math.max(max, of), 0)
      return most < 0.05 ? 'every band holds' : `at most ${points(most)}`
    },
    how: 'For each category with a target: the low end less its share, or its share less the high end; 0 within the band. In points of the week mix and in hours.',
    parts: ({ metrics }) =>
      metrics.gap_to_band.map(({ category, points: of, hours: missing }) => ({
        name: categoryLabel(category),
        value: of < 0.05 ? 'in its band' : `${points(of)}, ${hours(missing)}`
      }))
  },
  {
    id: 'hours_to_move',
    label: 'Hours to move',
    group: 'Targets',
    value: ({ metrics }) => hours(metrics.hours_to_move),
    how: 'The least hours that must change category so that every band holds; other work and fragments may give and take.'
  }
]
