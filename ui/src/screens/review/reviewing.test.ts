import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { hostOf, libraryOf, TestHost } from '../../../tests/build'
import { WeekwiseState } from '../../frame/state.svelte'
import type { Review, ReviewRequest, ReviewView } from '../../host/types'
import { Reviewing } from './review.svelte'

const BLANK: Review = { guess: [], steps: [], decision: null, line: '', quoted: false, at: null }

/** A library that keeps reviews as slowly as a test lets it. */
class SlowHost extends TestHost {
  kept: Review = BLANK
  requests: ReviewRequest[] = []
  weeks: (string | null)[] = []
  waiting: ((kept: boolean) => void)[] = []
  unanswered: unknown[] = []

  review = async (week: string | null) => {
    this.weeks.push(week)
    return {
      week: week ?? '2026-W45',
      review: this.kept,
      questions: this.unanswered,
      advice: []
    } as unknown as ReviewView
  }
  saveReview = (request: ReviewRequest) =>
    new Promise<ReturnType<typeof libraryOf>>((resolve, reject) => {
      this.requests.push(request)
      this.waiting.push((kept) => {
        if (!kept) return reject(new Error('the disk is full'))
        this.kept = request.review
        resolve(this.open)
      })
    })

  /** The step that waits longest is kept, or cannot be. */
  async keeps(kept = true): Promise<void> {
    this.waiting.shift()?.(kept)
    await vi.advanceTimersByTimeAsync(0)
  }
}

async function begun() {
  const host = new SlowHost()
  const app = new WeekwiseState(hostOf(host))
  app.start()
  await vi.advanceTimersByTimeAsync(0)
  const review = new Reviewing(app)
  await review.load()
  return { app, host, review }
}

const steps = (review: Review) => review.steps.map(({ step }) => step)

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('reviewing', () => {
  it('shows the next step before this one is kept, and keeps them one after the other', async () => {
    const { host, review } = await begun()
    void review.goOn()
    void review.skip()
    expect(review.at).toBe('questions')
    await vi.advanceTimersByTimeAsync(0)
    expect(host.requests).toHaveLength(1)
    await host.keeps()
    // What was read meanwhile does not know of the second step yet.
    await review.load()
    expect(steps(review.review ?? BLANK)).toEqual(['guess', 'mix'])
    await host.keeps()
    expect(steps(host.kept)).toEqual(['guess', 'mix'])
    expect(review.at).toBe('questions')
  })

  it('leaves a step after what was answered on it', async () => {
    const { host, review } = await begun()
    review.look('questions')
    let answered = () => {}
    const answer = vi.fn(
      () => new Promise<ReturnType<typeof libraryOf>>((resolve) => (answered = () => resolve(host.open)))
    )
    Object.assign(host, { answer: async () => ({ library: await answer() }) })
    host.unanswered = [{ id: 'q', options: [{ id: 'a' }] }]
    await review.load()
    review.answerNumber(1)
    void review.skip()
    await vi.advanceTimersByTimeAsync(0)
    expect(review.at).toBe('questions')
    answered()
    await vi.advanceTimersByTimeAsync(0)
    expect(review.at).toBe('kept')
    expect(answer).toHaveBeenCalledOnce()
  })

  it('goes back to a step that could not be kept', async () => {
    const { host, review } = await begun()
    void review.goOn()
    await vi.advanceTimersByTimeAsync(0)
    await host.keeps(false)
    expect(review.at).toBe('guess')
    expect(steps(review.review ?? BLANK)).toEqual([])
  })

  it('leaves it to the engine whether the running week can be looked back on, unless it was asked for', async () => {
    const { app, host, review } = await begun()
    const shown = app.view?.week ?? ''
    expect(host.weeks).toEqual([null])
    await app.showReview(shown)
    await review.load()
    expect(host.weeks.at(-1)).toBe(shown)
    await app.showNext()
    await review.load()
    expect(host.weeks.at(-1)).toBe('2026-W47')
  })
})
