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

export function categoryLabel(category: Category): string {
  return LOOKS[category].label
}

export function categoryLetter(category: Category): string {
  return LOOKS[category].letter
}
