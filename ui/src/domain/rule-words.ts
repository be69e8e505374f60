import type { Condition, DayEffect, Recurs, Rule, RuleOutcome, Test } from '../host/types'
import { categoryLabel } from './category'
import { clock, count } from './format'
import { minuteOf } from './wall'
import { kindWords, responseWords } from './words'

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

export const RECURS: Record<Recurs, string> = {
  never: 'never',
  daily: 'daily',
  weekly: 'weekly',
  fortnightly: 'fortnightly',
  monthly: 'monthly or rarer'
}

/** What an event does to the day. */
export const EFFECTS: Record<DayEffect, string> = {
  work: 'Work',
  break: 'A break',
  off: 'Time off',
  note: 'A note',
  not_held: 'Not held'
}

/** What a rule looks at, as a sentence without its end: `title has “sync” and at least 9 people`. */
export function ruleWords(rule: Rule): string {
  if (rule.conditions.length === 0) return 'no condition yet'
  return rule.conditions.map(conditionWords).join(' and ')
}

export function outcomeWords(outcome: RuleOutcome): string {
  if (outcome.to === 'category') return categoryLabel(outcome.category)
  if (outcome.to === 'effect') return EFFECTS[outcome.effect]
  return outcome.to === 'kind' ? capital(kindWords(outcome.kind)) : 'Left out'
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

export function conditionWords({ negated, test }: Condition): string {
  return negated ? `not: ${testWords(test)}` : testWords(test)
}

/** `Mon–Fri`, `Tue, Thu`; days that follow each other as a range. */
export function weekdayWords(days: number[]): string {
  const sorted = [...days].sort((a, b) => a - b)
  const runs: number[][] = []
  for (const day of sorted) {
    const run = runs.at(-1)
    if (run?.at(-1) === day - 1) run.push(day)
    else runs.push([day])
  }
  const name = (day = 0) => WEEKDAYS[day - 1] ?? ''
  return runs
    .map((run) => (run.length > 2 ? `${name(run[0])}–${name(run.at(-1))}` : run.map(name).join(', ')))
    .join(', ')
}

function testWords(test: Test): string {
  switch (test.on) {
    case 'title_words':
      return `title has “${test.words}”`
    case 'title_pattern':
      return `title matches ${test.pattern || '…'}`
    case 'people':
      return range(test.least, test.most, (number) => count(number, 'person', 'people'))
    case 'addresses':
      return `somebody of ${either(test.any_of)} is there`
    case 'organizer':
      return `organized by ${either(test.any_of)}`
    case 'calendar':
      return `in ${either(test.any_of)}`
    case 'length':
      return range(test.least_minutes, test.most_minutes, (minutes) => `${minutes} min`)
    case 'starts':
      return starts(test.weekdays, test.from, test.before)
    case 'recurrence':
      return `recurs ${either(test.any_of.map((one) => RECURS[one]))}`
    case 'tag':
      return `tagged ${either(test.any_of)}`
    case 'response':
      return `answered: ${either(test.any_of.map((one) => responseWords(one).toLowerCase()))}`
  }
}

function range(least: number | null, most: number | null, unit: (number: number) => string): string {
  if (least !== null && most !== null)
    return least === most ? `exactly ${unit(most)}` : `${least}–${unit(most)}`
  if (least !== null) return `at least ${unit(least)}`
  return most !== null ? `at most ${unit(most)}` : 'any number'
}

function starts(weekdays: number[], from: string | null, before: string | null): string {
  const days = weekdays.length > 0 && weekdays.length < 7 ? weekdayWords(weekdays) : ''
  const at = (time: string) => clock(minuteOf(time))
  const times = [from ? `from ${at(from)}` : '', before ? `before ${at(before)}` : '']
    .filter(Boolean)
    .join(' and ')
  return `starts ${[days, times].filter(Boolean).join(' ') || 'at any time'}`
}

function either(list: string[]): string {
  if (list.length < 2) return list[0] ?? '…'
  return `${list.slice(0, -1).join(', ')} or ${list.at(-1)}`
}
