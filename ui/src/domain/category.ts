import type { Category } from '../host/types'

interface Look {
  label: string
  /** The second sign beside the colour: one letter that stands for the category everywhere. */
  letter: string
}

const LOOKS: Record<Category, Look> = {
  deep_work: { label: 'Deep work', letter: 'D' },
  one_on_one: { label: '1:1s & mentoring', letter: '1' },
  cross_team: { label: 'Cross-team', letter: 'X' },
  review: { label: 'Review', letter: 'R' },
  strategy: { label: 'Strategy', letter: 'S' },
  other_work: { label: 'Other work', letter: 'O' },
  personal: { label: 'Personal', letter: 'P' }
}

/** In the order of their keys, 1 to 7. */
export const CATEGORIES: Category[] = [
  'deep_work',
  'one_on_one',
  'cross_team',
  'review',
  'strategy',
  'other_work',
  'personal'
]

/** The category of a number key. */
export function categoryOfKey(key: string): Category | undefined {
  return CATEGORIES[Number(key) - 1]
}

/** What a category is called; one that nobody knows is said to be unknown. */
export function categoryLabel(category: Category | null): string {
  if (category === null) return 'Not known'
  return LOOKS[category].label
}

export function categoryLetter(category: Category | null): string {
  if (category === null) return '?'
  return LOOKS[category].letter
}
