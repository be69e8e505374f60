import { count, dateRange, hours, share } from '../../domain/format'
import { daysProblem } from '../../domain/periods'
import type { AskView, GuessOff, LookBack, Season } from '../../host/types'

/** So long may the name of a season be: it stands in a table. */
export const LONGEST_NAME = 60

/** The figures of a period, each with what it is of. */
export function figuresOf({ middle, days }: LookBack): { name: string; value: string }[] {
  const figures: { name: string; value: string }[] = []
  if (middle)
    figures.push(
      { name: 'Focus time in a middle week', value: hours(middle.focus_hours) },
      { name: 'Meeting load in a middle week', value: share(middle.load) }
    )
  if (days)
    figures.push(
      {
        name: 'Meetings in all',
        value: `${hours(days.meeting_hours)}, ${share(days.load)} of ${hours(days.capacity_hours)}`
      },
      { name: 'Focus time in all', value: hours(days.focus_hours) },
      {
        name: 'Mornings protected',
        value: `${days.mornings} of ${count(days.working_days, 'working day')}`
      },
      { name: 'After hours', value: hours(days.after_hours) }
    )
  return figures
}

/** Whether what was asked for is so, and stayed so. */
export const holds = ({ ask, came_back }: AskView): boolean => ask.state === 'agreed' && !came_back

/** `+12`, `−3`, `0`: percentage points a guess was too high or too low. */
export function pointsOff({ points }: GuessOff): string {
  const whole = Math.round(Math.abs(points))
  return whole === 0 ? '0' : `${points > 0 ? '+' : '−'}${whole}`
}

/** Why a season cannot be named like this, or null. */
export function seasonProblem({ name, from, to }: Season): string | null {
  if (name.trim() === '') return 'Give it a name first.'
  if (from === '' || to === '') return 'Choose its first and its last day.'
  return daysProblem({ from, to })
}

/** The days of a season, and how many of them are told here. */
export const seasonDays = ({ from, to }: Season): string => dateRange(from, to)
