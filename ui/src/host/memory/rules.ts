import type { RulesCalls } from '../rules'
import type { Rule } from '../types'
import type { World } from './world'

export function rulesOf(world: World): RulesCalls {
  const rules = () => world.part<{ list: Rule[] }>('rules', () => ({ list: [] }))
  const none = { matches: 0, decides: 0, changes: 0, minutes: 0, examples: [], problem: null }
  return {
    rules: async () => ({ rules: rules().list.map((rule) => ({ rule, matches: none })) }),
    previewRule: async () => none,
    saveRules: async (list) => world.act('Change a rule', () => void (rules().list = list))
  }
}
