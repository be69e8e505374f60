import { addDays } from '../../domain/wall'
import type { Category, DayEffect, DayJudgement, EventView, WeekView } from '../types'

interface Added {
  title: string
  effect: DayEffect
  /** From the first day of the week, 0 to 6. */
  day: number
  days?: number
  hours?: [from: string, to: string]
  because: string
  minutes?: number
}

// `?state=days`: a week with everything that does something to a day, which the demo's weeks do not have.
const ADDED: Added[] = [
  {
    title: 'Architecture offsite',
    effect: 'work',
    day: 3,
    days: 2,
    because: 'it is shown as busy for the whole day',
    minutes: 285
  },
  {
    title: 'Mara on leave',
    effect: 'note',
    day: 0,
    days: 3,
    because: 'somebody else’s name stands in the title'
  },
  {
    title: 'School holidays',
    effect: 'note',
    day: 0,
    days: 5,
    because: 'school holidays take nobody’s working time'
  },
  { title: 'Day off', effect: 'off', day: 5, because: '“Day off” reads as leave of your own' },
  { title: 'Lunch', effect: 'break', day: 0, hours: ['12:15', '12:45'], because: 'it is the break at noon' },
  {
    title: 'Dentist',
    effect: 'break',
    day: 2,
    hours: ['12:15', '13:00'],
    because: '“Dentist” reads as an errand of your own'
  }
]

// `?state=crowded`: four events at once, and short ones back to back.
const CROWD: [title: string, category: Category, day: number, from: string, to: string][] = [
  ['Budget round', 'strategy', 4, '12:00', '13:00'],
  ['Capacity review', 'review', 4, '12:00', '13:00'],
  ['Launch go or no-go', 'cross_team', 4, '12:00', '12:30'],
  ['Noor / Sam', 'one_on_one', 4, '12:15', '12:45'],
  ['Triage', 'other_work', 3, '12:15', '12:30'],
  ['Hand-over', 'cross_team', 3, '12:30', '12:45'],
  ['Office hour', 'one_on_one', 3, '12:45', '13:15']
]

export function withCrowd(view: WeekView): WeekView {
  const like = view.events.find(({ row }) => row.people !== null && row.people > 1) ?? view.events[0]
  if (!like) return view
  const crowd = CROWD.map(([title, category, day, from, to]) => {
    const because = 'others are there'
    const event = eventOf({ title, effect: 'work', day, hours: [from, to], because }, like, view.from)
    return { ...event, conflict: day === 4, row: { ...event.row, category } }
  })
  return { ...view, events: [...view.events, ...crowd] }
}

export function withDays(view: WeekView): WeekView {
  const like = view.events.find(({ row }) => row.people === 1) ?? view.events[0]
  if (!like) return view
  const days = view.days.map((day, index) =>
    index < 5 && index !== 0
      ? {
          ...day,
          gaps: day.gaps.filter(({ start, end }) => end.slice(11) <= '12:30' || start.slice(11) >= '13:15'),
          working: [
            { start: '09:00:00', end: '12:30:00' },
            { start: '13:15:00', end: '17:00:00' }
          ]
        }
      : day
  )
  return { ...view, days, events: [...view.events, ...ADDED.map((one) => eventOf(one, like, view.from))] }
}

function eventOf(added: Added, like: EventView, first: string): EventView {
  const { title, effect, day, days = 1, hours, because, minutes = 0 } = added
  const date = addDays(first, day)
  const [from, to] = hours ?? ['00:00', '00:00']
  const start = `${date}T${from}:00`
  const end = `${hours ? date : addDays(date, days)}T${to}:00`
  const counted = effect === 'work'
  const judged: DayJudgement = {
    effect,
    confidence: 0.94,
    because: [
      { text: because, effect, weight: 2.6 },
      { text: 'it is shown as free', effect: 'note', weight: 0.9 }
    ],
    runner_up: { effect: effect === 'note' ? 'off' : 'note', confidence: 0.05 }
  }
  return {
    ...like,
    key: `${title} ${start}`,
    series: title,
    row: {
      ...like.row,
      uid: title,
      recurrence_id: null,
      start,
      end,
      all_day: hours === undefined,
      summary: title,
      counted,
      not_counted_because: counted ? null : effect === 'note' ? 'note' : 'personal',
      effect,
      category: counted ? 'cross_team' : 'personal',
      kind: counted ? 'partner' : 'time_off'
    },
    start,
    end,
    recurring: false,
    cadence: null,
    conflict: false,
    tentative: false,
    minutes,
    day: judged,
    day_would_change: effect === 'note' ? ['Shown as out of office it would be time off.'] : []
  }
}
