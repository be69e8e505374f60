import type { Condition, Rule, Test } from '../../host/types'

type On = Test['on']

export const TESTS: { on: On; label: string }[] = [
  { on: 'title_words', label: 'Title has the words' },
  { on: 'title_pattern', label: 'Title matches the pattern' },
  { on: 'people', label: 'Number of people' },
  { on: 'addresses', label: 'Somebody is there' },
  { on: 'organizer', label: 'Organizer' },
  { on: 'calendar', label: 'Calendar' },
  { on: 'length', label: 'Length in minutes' },
  { on: 'starts', label: 'Starts' },
  { on: 'recurrence', label: 'Recurs' },
  { on: 'tag', label: 'Category in the file' },
  { on: 'response', label: 'My answer' }
]

export function blankTest(on: On): Test {
  switch (on) {
    case 'title_words':
      return { on, words: '' }
    case 'title_pattern':
      return { on, pattern: '' }
    case 'people':
      return { on, least: null, most: null }
    case 'length':
      return { on, least_minutes: null, most_minutes: null }
    case 'starts':
      return { on, weekdays: [], from: null, before: null }
    default:
      return { on, any_of: [] }
  }
}

export function blankCondition(): Condition {
  return { negated: false, test: blankTest('title_words') }
}

export function blankRule(): Rule {
  return {
    name: '',
    enabled: true,
    conditions: [blankCondition()],
    outcome: { to: 'category', category: 'deep_work' }
  }
}

/** What is typed into a field for a number; nothing, or nonsense, is no bound. */
export function bound(text: string): number | null {
  const number = Number.parseInt(text, 10)
  return Number.isFinite(number) && number >= 0 ? number : null
}
