import { addDays, addWeeks, mondayOf } from '../../domain/wall'
import type { IsoWeek, Mix, WeekView } from '../types'

/** A week without events, in the frame of another one: what the engine answers for a week nobody recorded. */
export function blankWeek(frame: WeekView, week: IsoWeek): WeekView {
  const from = mondayOf(week)
  const days = frame.days.map((day, index) => {
    const date = addDays(from, index)
    return {
      ...day,
      day: date,
      booked_hours: 0,
      meeting_hours: 0,
      overloaded: false,
      overloaded_because: null,
      gaps: day.working.map((range) => ({
        start: `${date}T${range.start}`,
        end: `${date}T${range.end}`,
        minutes: minutes(range.end) - minutes(range.start),
        kind: 'open_focus' as const
      }))
    }
  })
  return {
    ...frame,
    week,
    from,
    to: addDays(from, 6),
    previous: addWeeks(week, -1),
    next: addWeeks(week, 1),
    days,
    events: [],
    report: {
      ...frame.report,
      week_mix: blankMix(frame.report.week_mix),
      booked_mix: { ...blankMix(frame.report.booked_mix), denominator_minutes: 0 },
      hours_to_move: 0,
      signals: [],
      next_step: null,
      trust: {
        ...frame.report.trust,
        counted: 0,
        not_counted: 0,
        tentative_hours: 0,
        uncertain_hours: 0,
        notes: []
      }
    }
  }
}

function blankMix(mix: Mix): Mix {
  const categories = mix.categories.map((row) => ({
    ...row,
    minutes: 0,
    open_focus_minutes: 0,
    share: 0,
    range_low: 0,
    range_high: 0
  }))
  return { ...mix, categories, fragment_minutes: 0 }
}

function minutes(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return hour * 60 + minute
}
