import { describe, expect, it } from 'vitest'
import { eventOn, row } from '../../tests/build'
import { ruleFor } from './rule-for'
import { ruleWords } from './rule-words'

const wordsFor = (summary: string) =>
  ruleWords(ruleFor(eventOn(0, '09:00', '10:00', { row: row({ summary, people: 4 }) })))

describe('a rule made of an event', () => {
  it('asks for the words of its title, without what changes every time', () => {
    expect(wordsFor('Guild: reliability (2026-11-09) #4')).toBe('title has “Guild reliability”')
  })

  it('asks for its people where the title says nothing', () => {
    expect(wordsFor('1:1')).toBe('exactly 4 people')
  })
})
