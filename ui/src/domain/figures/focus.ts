import { count, hours, share } from '../format'
import type { Figure } from './figure'

/** Of focus time and of the free time around it. */
export const FOCUS: Figure[] = [
  {
    id: 'focus_time',
    label: 'Focus time',
    group: 'Focus',
    value: ({ metrics }) => hours(metrics.focus_time),
    how: 'All stretches of working time, free or held by own focus blocks, that are at least as long as the focus length (2 h unless you chose another). Blocks and gaps that touch are one stretch. The events are the focus blocks; the rest is free time.',
    metric: 'focus_time'
  },
  {
    id: 'fragmented_time',
    label: 'Fragmented time',
    group: 'Focus',
    value: ({ metrics }) => hours(metrics.fragmented_time.total),
    how: 'Free gaps of working time that are shorter than the focus length and touch no focus block that makes them longer.',
    parts: ({ metrics: { fragmented_time: of } }) => [
      { name: 'Under 30 min', value: hours(of.under_30) },
      { name: '30–59 min', value: hours(of.from_30_to_59) },
      { name: '60–119 min', value: hours(of.from_60_to_119) }
    ]
  },
  {
    id: 'shape_of_free_time',
    label: 'Shape of free time',
    group: 'Focus',
    value: ({ metrics: { shape_of_free_time: of } }) =>
      `${of.from_4_hours + of.from_3_hours + of.from_2_hours} of 2 h and longer`,
    how: 'How many free stretches of working time there are by length, each in the longest class it reaches; and how many neighbours would be one if the meeting between them moved by at most 60 min.',
    parts: ({ metrics: { shape_of_free_time: of } }) => [
      { name: '4 h and longer', value: String(of.from_4_hours) },
      { name: '3 h', value: String(of.from_3_hours) },
      { name: '2 h', value: String(of.from_2_hours) },
      { name: '1.5 h', value: String(of.from_90_minutes) },
      { name: '1 h', value: String(of.from_1_hour) },
      { name: 'Under 1 h', value: String(of.shorter) },
      { name: 'Would merge', value: String(of.mergeable) }
    ]
  },
  {
    id: 'protected_mornings',
    label: 'Protected mornings',
    group: 'Focus',
    value: ({ metrics }) => `${metrics.protected_mornings.length}, ${metrics.held_mornings.length} held`,
    how: 'Days whose first three working hours have 150 min in one stretch that is free or held by own focus blocks. It is held where a block defends at least 90 min of it.',
    metric: 'protected_morning'
  },
  {
    id: 'invasions',
    label: 'Invasions',
    group: 'Focus',
    value: ({ metrics }) => count(metrics.invasions, 'meeting'),
    how: 'Meetings made after the focus block they overlap.',
    metric: 'invasion'
  },
  {
    id: 'survival',
    label: 'Blocks kept',
    group: 'Focus',
    value: ({ metrics }) => (metrics.survival === null ? 'none booked' : share(metrics.survival)),
    how: 'Booked focus time that no meeting was booked over afterwards, divided by all booked focus time.',
    metric: 'survival'
  },
  {
    id: 'prep_debt',
    label: 'Preparation missing',
    group: 'Focus',
    value: ({ metrics }) => hours(metrics.prep_debt),
    how: 'Design, RFC and architecture reviews without an own block for them in the 48 h before, at 30 min each.',
    metric: 'prep_debt'
  }
]
