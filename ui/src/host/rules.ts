import type { Call } from './call'
import type { Library, Rule, RuleMatches, RulesView } from './types'

/** The user's own rules (section 4 of docs/product.md). */
export interface RulesCalls {
  rules(): Promise<RulesView>
  /** What a draft would match at this place in the order, from 0; `replaces`: the rule that stands there now is the same one. */
  previewRule(rule: Rule, place: number, replaces: boolean): Promise<RuleMatches>
  saveRules(rules: Rule[]): Promise<Library>
}

export const rulesCalls = (call: Call): RulesCalls => ({
  rules: () => call('rules'),
  previewRule: (rule, place, replaces) => call('preview_rule', { rule, place, replaces }),
  saveRules: (rules) => call('save_rules', { rules })
})
