import type { RulesCalls } from '../rules'
import type { EventView, Library, Rule, RuleMatches, Test } from '../types'
import { weeks } from './week'
import type { World } from './world'

export function rulesOf(world: World): RulesCalls {
  const rules = () => world.part<{ list: Rule[] }>('rules', () => ({ list: start(world.library) }))
  return {
    rules: async () => {
      const { list } = rules()
      const views = list.map(async (rule, place) => ({
        rule,
        matches: await matchesOf(rule, list.slice(0, place))
      }))
      return { rules: structuredClone(await Promise.all(views)) }
    },
    previewRule: async (rule, place) => matchesOf(rule, rules().list.slice(0, place)),
    saveRules: async (list) => {
      const before = rules().list.length
      const label =
        list.length > before ? 'Add a rule' : list.length < before ? 'Remove a rule' : 'Change a rule'
      return world.say(label, () => {
        rules().list = structuredClone(list)
      })
    }
  }
}

/** Roughly what the engine answers: enough to see a rule at work. */
async function matchesOf(rule: Rule, earlier: Rule[]): Promise<RuleMatches> {
  const nothing = { matches: 0, decides: 0, changes: 0, minutes: 0, examples: [] }
  const problem = problemOf(rule)
  if (problem) return { ...nothing, problem }
  const all = (await weeks()).flatMap(({ events }) => events)
  const matched = all.filter((event) => holds(rule, event))
  const decided = matched.filter(
    (event) => !earlier.some((one) => one.enabled && !problemOf(one) && holds(one, event))
  )
  const changed = decided.filter(({ row }) => {
    const { outcome } = rule
    return outcome.to === 'category' ? row.category !== outcome.category : outcome.to === 'leave_out'
  })
  const counts = new Map<string, EventView[]>()
  for (const event of decided) counts.set(event.row.uid, [...(counts.get(event.row.uid) ?? []), event])
  const examples = [...counts.entries()]
    .sort(([, a], [, b]) => b.length - a.length)
    .slice(0, 8)
    .map(([uid, events]) => ({
      uid,
      summary: events[0]?.row.summary ?? '',
      count: events.length,
      category: events[0]?.row.category ?? 'other_work'
    }))
  return {
    matches: matched.length,
    decides: decided.length,
    changes: changed.length,
    minutes: decided.reduce((sum, { minutes }) => sum + minutes, 0),
    examples,
    problem: null
  }
}

function problemOf({ conditions }: Rule): string | null {
  for (const { test } of conditions) {
    if (test.on === 'title_words' && test.words.trim() === '') return 'There is no condition yet.'
    if (test.on !== 'title_pattern') continue
    try {
      new RegExp(test.pattern)
    } catch {
      return 'The pattern is no regular expression: a bracket is not closed.'
    }
  }
  return conditions.length === 0 ? 'There is no condition yet.' : null
}

function holds(rule: Rule, event: EventView): boolean {
  return rule.conditions.every(({ negated, test }) => looks(test, event) !== negated)
}

function looks(test: Test, { row, start, mine, recurring }: EventView): boolean {
  const title = row.summary.toLowerCase()
  const within = (value: number, least: number | null, most: number | null) =>
    value >= (least ?? 0) && value <= (most ?? Infinity)
  const minutes = (Date.parse(row.end) - Date.parse(row.start)) / 60_000
  switch (test.on) {
    case 'title_words':
      return test.words
        .toLowerCase()
        .split(/\s+/)
        .filter(Boolean)
        .every((word) => title.split(/[^\p{L}\p{N}]+/u).includes(word))
    case 'title_pattern':
      return new RegExp(test.pattern, 'i').test(row.summary)
    case 'people':
      return within(row.people ?? 1, test.least, test.most)
    case 'length':
      return within(minutes, test.least_minutes, test.most_minutes)
    case 'organizer':
      return mine && test.any_of.includes('me')
    case 'calendar':
      return test.any_of.includes(row.calendar)
    case 'recurrence':
      return test.any_of.includes(recurring ? 'weekly' : 'never')
    case 'response':
      return test.any_of.includes(row.response)
    case 'starts':
      return start.slice(11) >= (test.from ?? '') && start.slice(11) < (test.before ?? '24')
    default:
      return false
  }
}

function start({ stored, files }: Library): Rule[] {
  if (!stored || files.length === 0) return []
  const rule = (name: string, tests: Test[], outcome: Rule['outcome'], enabled = true): Rule => ({
    name,
    enabled,
    conditions: tests.map((test) => ({ negated: false, test })),
    outcome
  })
  return [
    rule('Guilds', [{ on: 'title_words', words: 'guild' }], { to: 'kind', kind: 'guild' }),
    rule('', [{ on: 'title_pattern', pattern: '^(RFC|ADR)\\b' }], { to: 'kind', kind: 'rfc_review' }),
    rule(
      'Large and not mine',
      [
        { on: 'people', least: 12, most: null },
        { on: 'recurrence', any_of: ['weekly', 'fortnightly'] }
      ],
      { to: 'category', category: 'cross_team' }
    ),
    rule('Reminders', [{ on: 'length', least_minutes: null, most_minutes: 10 }], { to: 'leave_out' }),
    rule(
      'Early mornings are mine',
      [{ on: 'starts', weekdays: [1, 2, 3, 4, 5], from: null, before: '08:30:00' }],
      { to: 'category', category: 'personal' },
      false
    )
  ]
}
