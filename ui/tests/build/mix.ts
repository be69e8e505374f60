import type { Category, CategoryShare, Mix, Profile } from '../../src/host/types'

export const profile: Profile = {
  id: 'staff-plus',
  name: 'Staff+',
  about: 'The table',
  bands: [{ category: 'deep_work', low: 0.3, high: 0.4 }]
}

export function shareOf(category: Category, changes: Partial<CategoryShare> = {}): CategoryShare {
  const share = changes.share ?? 0.2
  return {
    category,
    minutes: 480,
    open_focus_minutes: 0,
    share,
    low: null,
    high: null,
    range_low: share,
    range_high: share,
    gap_points: 0,
    gap_hours: 0,
    status: 'untargeted',
    ...changes
  }
}

export function mixOf(rows: CategoryShare[] = []): Mix {
  const order: Category[] = ['deep_work', 'one_on_one', 'cross_team', 'review', 'strategy', 'other_work']
  const categories = order.map(
    (category) => rows.find((row) => row.category === category) ?? shareOf(category)
  )
  return { denominator_minutes: 2400, categories, fragment_minutes: 120, unknown_minutes: 0 }
}
