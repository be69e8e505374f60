import { describe, expect, it } from 'vitest'
import type { AnswerView } from '../../host/types'
import { stepsOf } from './questions.svelte'
import { changeWords, whoWords } from './words'

const answer = (id: string, step: number, minutes: number): AnswerView => ({
  id,
  option: 'a',
  text: id,
  who: { by: 'me' },
  at: '2026-11-12T10:20:00',
  step,
  minutes,
  but: null
})

describe('what was settled', () => {
  it('stands in one row where it was given together', () => {
    const steps = stepsOf([answer('c', 2, 30), answer('a', 1, 60), answer('b', 1, 0)])
    expect(steps.map(({ step, answers, minutes }) => [step, answers.length, minutes])).toEqual([
      [2, 1, 30],
      [1, 2, 60]
    ])
  })

  it('says who said it, where that was not the user', () => {
    expect(whoWords({ by: 'me' })).toBe('')
    expect(whoWords({ by: 'assistant', name: 'a model on this computer' })).toBe(
      'by a model on this computer'
    )
  })

  it('says what moves', () => {
    const words = changeWords({ category: 'review', before: 0.06, after: 0.125 })
    expect(words.replaceAll(/\s/g, ' ')).toBe('review 6 → 12 %')
  })
})
