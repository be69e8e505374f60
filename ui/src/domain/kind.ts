import type { Category, Kind } from '../host/types'

/** Every kind with the category it belongs to, in the order they are offered. */
const CATEGORY_OF: Record<Kind, Category> = {
  focus: 'deep_work',
  coding: 'deep_work',
  design_work: 'deep_work',
  writing: 'deep_work',
  preparation: 'deep_work',
  one_on_one: 'one_on_one',
  skip_level: 'one_on_one',
  mentoring: 'one_on_one',
  pairing: 'one_on_one',
  coffee: 'one_on_one',
  cross_team_sync: 'cross_team',
  guild: 'cross_team',
  leads: 'cross_team',
  partner: 'cross_team',
  status_review: 'cross_team',
  code_review: 'review',
  design_review: 'review',
  rfc_review: 'review',
  architecture_review: 'review',
  readiness_review: 'review',
  post_mortem: 'review',
  triage: 'review',
  review_preparation: 'review',
  strategy: 'strategy',
  roadmap: 'strategy',
  leadership: 'strategy',
  org_design: 'strategy',
  strategy_preparation: 'strategy',
  standup: 'other_work',
  team_planning: 'other_work',
  retro: 'other_work',
  demo: 'other_work',
  team_meeting: 'other_work',
  all_hands: 'other_work',
  interview: 'other_work',
  people_admin: 'other_work',
  on_call: 'other_work',
  incident: 'other_work',
  release: 'other_work',
  training: 'other_work',
  social: 'other_work',
  travel: 'other_work',
  admin: 'other_work',
  placeholder: 'other_work',
  other: 'other_work',
  private: 'personal',
  time_off: 'personal',
  public_holiday: 'personal',
  lunch_break: 'personal'
}

export function categoryOfKind(kind: Kind): Category {
  return CATEGORY_OF[kind]
}

export function kindsOf(category: Category): Kind[] {
  return (Object.keys(CATEGORY_OF) as Kind[]).filter((kind) => CATEGORY_OF[kind] === category)
}
