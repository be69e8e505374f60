import type { PlanChoice, PlanWishes, Stop } from '../../host/types'

/** What is asked for first: this week and the next, and no meeting changes. */
export const FIRST_WISHES: PlanWishes = {
  from: null,
  weeks: 2,
  mornings: 3,
  shortest_minutes: 90,
  longest_minutes: 240,
  most_per_day: 2,
  most_per_week: 8,
  breathing_minutes: 0,
  lunch: { start: '12:00:00', end: '13:00:00' },
  bookable_hours: 4,
  same_weekdays: true,
  // Not this, but the choice, so that the other ways to plan are worked out beside it.
  no_changes: false,
  choice: 'no_changes',
  locked: [],
  dismissed: [],
  added: [],
  overrides: {}
}

export const keepsMeetings = ({ choice, no_changes }: PlanWishes) => no_changes || choice === 'no_changes'

/** The wishes with the one relaxed that is in the way; null where no wish is. */
export function relaxed(wishes: PlanWishes, stop: Stop): Partial<PlanWishes> | null {
  switch (stop) {
    case 'bookable':
      return { bookable_hours: Math.max(0, wishes.bookable_hours - 2) }
    case 'shortest':
      return { shortest_minutes: Math.max(60, wishes.shortest_minutes - 30) }
    case 'most_per_day':
      return { most_per_day: wishes.most_per_day + 1 }
    case 'most_per_week':
      return { most_per_week: wishes.most_per_week + 2 }
    case 'longest':
      return { longest_minutes: wishes.longest_minutes + 60 }
    case 'breathing':
      return { breathing_minutes: 0 }
    case 'choice':
      return { no_changes: false, choice: 'most_focus' }
    case 'no_changes':
      return { no_changes: false, choice: 'balanced' }
    default:
      return null
  }
}

/** What the button says that relaxes what is in the way. */
export const RELAXING: Partial<Record<Stop, string>> = {
  bookable: 'Keep fewer hours bookable',
  shortest: 'Allow shorter blocks',
  most_per_day: 'Allow one more a day',
  most_per_week: 'Allow two more a week',
  longest: 'Allow longer blocks',
  breathing: 'Plan right beside meetings',
  choice: 'Plan for most focus',
  no_changes: 'Let meetings change'
}

export const WAYS: Record<PlanChoice, string> = {
  no_changes: 'No changes',
  balanced: 'Balanced',
  fewest_changes: 'Fewest changes',
  least_social_cost: 'Least social cost',
  most_focus: 'Most focus'
}

/** What a change of wishes is called, to be undone. */
const NAMES: Partial<Record<keyof PlanWishes, string>> = {
  weeks: 'number of weeks',
  mornings: 'mornings a week',
  shortest_minutes: 'shortest block',
  longest_minutes: 'longest block',
  most_per_day: 'most blocks a day',
  most_per_week: 'most blocks a week',
  breathing_minutes: 'breathing room',
  lunch: 'lunch',
  bookable_hours: 'bookable hours',
  same_weekdays: 'same weekdays',
  choice: 'way to plan',
  overrides: 'what a meeting allows'
}

export function wishName(change: Partial<PlanWishes>): string {
  const key = Object.keys(change).find((key) => key in NAMES) as keyof PlanWishes | undefined
  return (key && NAMES[key]) ?? 'wishes'
}
