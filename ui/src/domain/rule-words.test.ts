import { describe, expect, it } from 'vitest'
import type { Rule, Test } from '../host/types'
import { outcomeWords, ruleWords, weekdayWords } from './rule-words'

function rule(...tests: Test[]): Rule {
  return {
    name: '',
    enabled: true,
    conditions: tests.map((test) => ({ negated: false, test })),
    outcome: { to: 'leave_out' }
  }
}

describe('rules in words', () => {
  it('join what must hold', () => {
    const words = ruleWords(
      rule({ on: 'title_words', words: 'sync' }, { on: 'people', least: 9, most: null })
    )
    expect(words).toBe('title has “sync” and at least 9 people')
  })

  it('say what must not hold', () => {
    const one = rule({ on: 'organizer', any_of: ['me'] })
    one.conditions[0]!.negated = true
    expect(ruleWords(one)).toBe('not: organized by me')
  })

  it('say ranges, lists and times as people do', () => {
    expect(ruleWords(rule({ on: 'people', least: 2, most: 2 }))).toBe('exactly 2 people')
    expect(ruleWords(rule({ on: 'length', least_minutes: 30, most_minutes: 60 }))).toBe('30–60 min')
    expect(ruleWords(rule({ on: 'calendar', any_of: ['Work', 'Team', 'On-call'] }))).toBe(
      'in Work, Team or On-call'
    )
    expect(
      ruleWords(rule({ on: 'starts', weekdays: [5, 1, 2, 3, 4], from: '09:00:00', before: '12:30:00' }))
    ).toBe('starts Mon–Fri from 9:00 and before 12:30')
    expect(ruleWords(rule({ on: 'starts', weekdays: [], from: null, before: null }))).toBe(
      'starts at any time'
    )
  })

  it('name days that follow each other as a range, two of them as two', () => {
    expect(weekdayWords([1, 2, 4, 5, 6])).toBe('Mon, Tue, Thu–Sat')
  })

  it('say what comes of it', () => {
    expect(outcomeWords({ to: 'category', category: 'review' })).toBe('Review')
    expect(outcomeWords({ to: 'kind', kind: 'standup' })).toBe('Stand-up')
    expect(outcomeWords({ to: 'leave_out' })).toBe('Left out')
  })
})
