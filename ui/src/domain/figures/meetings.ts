import { categoryLabel } from '../category'
import type { Metrics } from '../../host/types'
import { count, dayHead, hours, share, shareRange } from '../format'
import type { Figure } from './figure'

/** From the least to the most it may be, where the calendar hides which events are meetings. */
function loadOf({ capacity_hours, meeting_hours, meeting_load, perhaps_meeting_hours }: Metrics): string {
  if (capacity_hours <= 0) return 'no working time'
  const most = Math.min(meeting_hours + perhaps_meeting_hours, capacity_hours) / capacity_hours
  return perhaps_meeting_hours > 0
    ? shareRange(meeting_load, Math.max(meeting_load, most))
    : share(meeting_load)
}

/** Of meetings, and of the days they make. */
export const MEETINGS: Figure[] = [
  {
    id: 'meeting_load',
    label: 'Meeting load',
    group: 'Meetings',
    value: ({ metrics }) => loadOf(metrics),
    how: 'Meetings inside working time, overlaps once, divided by capacity: working hours less lunch and other breaks, holidays and time off. From 40 % it deserves a look, from 50 % it is high, from 60 % it is overload.',
    metric: 'meeting_load',
    parts: ({ metrics }) => [
      { name: 'Meetings', value: String(metrics.meetings) },
      { name: 'Meeting hours', value: hours(metrics.meeting_hours) },
      ...(metrics.perhaps_meeting_hours > 0
        ? [{ name: 'Perhaps meetings too', value: hours(metrics.perhaps_meeting_hours) }]
        : []),
      { name: 'Capacity', value: hours(metrics.capacity_hours) }
    ]
  },
  {
    id: 'after_hours',
    label: 'After hours',
    group: 'Meetings',
    value: ({ metrics }) => hours(metrics.after_hours),
    how: 'Meeting time outside working time.',
    metric: 'after_hours'
  },
  {
    id: 'conflict_hours',
    label: 'Conflicts',
    group: 'Meetings',
    value: ({ metrics }) => hours(metrics.conflict_hours),
    how: 'Time with two or more counted events, the overlapping part only, each minute once. The stronger claim gets the minute: meetings that are accepted, then those that are not, then own blocks; equals share it.',
    metric: 'conflicts'
  },
  {
    id: 'large',
    label: 'Large meetings',
    group: 'Meetings',
    value: ({ metrics }) => (metrics.large === null ? 'not known' : String(metrics.large)),
    how: 'Meetings with nine people or more.',
    metric: 'large'
  },
  {
    id: 'long',
    label: 'Long meetings',
    group: 'Meetings',
    value: ({ metrics }) => String(metrics.long),
    how: 'Meetings longer than 60 min.',
    metric: 'long'
  },
  {
    id: 'short_notice',
    label: 'Short notice',
    group: 'Meetings',
    value: ({ metrics }) => count(metrics.short_notice, 'meeting'),
    how: 'Meetings whose file says that they were made less than 24 h before they start; of a series, the first one.',
    metric: 'short_notice'
  },
  {
    id: 'lead_time',
    label: 'Lead time',
    group: 'Meetings',
    value: ({ metrics }) => {
      const told = metrics.lead_time.reduce((sum, { meetings }) => sum + meetings, 0)
      const late = metrics.lead_time.reduce((sum, one) => sum + one.meetings * one.under_24_hours, 0)
      return told === 0 ? 'not in the file' : `${share(late / told)} under 24 h`
    },
    how: 'From the moment a meeting was made to its start, by category: the median, and the share under 24 h. Only meetings whose file says when they were made tell.',
    metric: 'lead_time',
    parts: ({ metrics }) =>
      metrics.lead_time.map(({ category, median_hours, under_24_hours, meetings }) => ({
        name: `${categoryLabel(category)}, ${count(meetings, 'meeting')}`,
        value: `${median_hours >= 48 ? `${(median_hours / 24).toFixed(0)} days` : hours(median_hours)}, ${share(under_24_hours)} under 24 h`
      }))
  },
  {
    id: 'control',
    label: 'Control',
    group: 'Meetings',
    value: ({ metrics }) => (metrics.control === null ? 'not known' : share(metrics.control)),
    how: 'The share of counted hours that I organize or placed alone; not known where the calendar hides who organizes.',
    metric: 'control'
  },
  {
    id: 'overloaded_days',
    label: 'Overloaded days',
    group: 'Days',
    value: ({ metrics }) => String(metrics.overloaded_days.length),
    how: 'Days with more than 6 h of meetings, with more than 75 % of their working time in meetings, or without a gap of 60 min.',
    metric: 'overloaded_day',
    parts: ({ metrics }) =>
      metrics.days
        .filter(({ overloaded }) => overloaded)
        .slice(-20)
        .map(({ day, overloaded_because }) => ({ name: dayHead(day), value: overloaded_because ?? '' }))
  },
  {
    id: 'back_to_back',
    label: 'Back to back',
    group: 'Days',
    value: ({ metrics }) => {
      const hard = metrics.back_to_back.filter((chain) => chain.hard).length
      return `${count(metrics.back_to_back.length, 'chain')}${hard > 0 ? `, ${hard} over 3 h` : ''}`
    },
    how: 'Chains of meetings with at most 5 min between them: three or more, or longer than 2 h. Over 3 h they are hard.',
    metric: 'back_to_back',
    parts: ({ metrics }) =>
      metrics.back_to_back.slice(-20).map(({ day, start, hours: lasts, uids }) => ({
        name: `${dayHead(day)}, ${start.slice(11, 16)}`,
        value: `${hours(lasts)}, ${count(uids.length, 'meeting')}`
      }))
  },
  {
    id: 'switches',
    label: 'Switches',
    group: 'Days',
    value: ({ metrics }) => {
      const worked = metrics.days.filter(({ booked_hours }) => booked_hours > 0).length
      return `${metrics.switches}${worked > 0 ? `, ${(metrics.switches / worked).toFixed(1)} a day` : ''}`
    },
    how: 'Changes of category in the sequence of a day’s events, added up.',
    metric: 'switches'
  }
]
