import { describe, expect, it } from 'vitest'
import { progressOf, sharesOf } from './review.svelte'
import { aboutStep, STEPS, timeLeft } from './words'
import type { Review, ReviewView } from '../../host/types'

const BLANK: Review = { guess: [], steps: [], decision: null, line: '', quoted: false, at: null }

describe('a review', () => {
  it('takes only what was typed for a guess', () => {
    expect(sharesOf({ deep_work: 40, review: null, strategy: 0, cross_team: 140 })).toEqual([
      { category: 'deep_work', share: 0.4 },
      { category: 'strategy', share: 0 }
    ])
  })

  it('knows which steps are behind', () => {
    const review: Review = { ...BLANK, steps: [{ step: 'guess', progress: 'skipped' }] }
    expect(progressOf(review, 'guess')).toBe('skipped')
    expect(progressOf(review, 'mix')).toBeNull()
  })

  it('takes at most ten minutes, and says what waits', () => {
    expect(timeLeft(0)).toBe('about 10 minutes left')
    expect(timeLeft(STEPS.length - 1)).toBe('about 1 minute left')
    const nothing = {
      questions: [],
      kept: null,
      asks: { asks: [] },
      asks_guess: false
    } as unknown as ReviewView
    expect(STEPS.map(({ step }) => aboutStep(step, nothing))).toEqual([
      'once in four weeks is enough',
      'and what moved',
      'nothing to ask',
      'blocks and asks',
      'keep, ask or drop',
      'confirm and export',
      'for the record'
    ])
  })
})
