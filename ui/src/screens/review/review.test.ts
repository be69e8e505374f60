import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { hostOf, libraryOf, TestHost } from '../../../tests/build'
import { WeekwiseState } from '../../frame/state.svelte'
import type { QueueItem } from '../../host/types'
import { Review } from './review.svelte'

const item = (uid: string): QueueItem => ({
  scope: 'series',
  uid,
  recurrence_id: null,
  summary: uid,
  calendar: 'Work',
  start: '2026-11-10T09:00:00+01:00',
  people: 5,
  count: 4,
  minutes: 240,
  uncertain_minutes: 100,
  category: 'cross_team',
  kind: 'cross_team_sync',
  confidence: 0.5,
  runner_up: null,
  because: []
})

/** A queue that forgets what was answered, as the engine's does. */
async function started(...uids: string[]) {
  const host = new TestHost()
  let open = uids
  host.reviewQueue = async () => ({
    items: open.map(item),
    minutes: 1000,
    uncertain_minutes: 100,
    settled_minutes: 0
  })
  host.correct = async (request) => {
    host.corrected.push(request)
    open = open.filter((uid) => uid !== request.uid)
    return libraryOf()
  }
  const app = new WeekwiseState(hostOf(host))
  app.start()
  await vi.advanceTimersByTimeAsync(0)
  const review = new Review(app)
  await review.load()
  const reopen = (uid: string) => (open = [uid, ...open])
  return { host, review, reopen }
}

const title = (review: Review) => review.current?.summary ?? null

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('the review queue', () => {
  it('goes on to the next question before the answer is saved', async () => {
    const { host, review } = await started('a', 'b', 'c')
    const first = review.decide('review')
    expect(title(review)).toBe('b')
    const second = review.decide('strategy')
    expect(title(review)).toBe('c')
    await Promise.all([first, second])
    expect(host.corrected.map(({ uid, category }) => [uid, category])).toEqual([
      ['a', 'review'],
      ['b', 'strategy']
    ])
    expect(review.answered).toBe(2)
  })

  it('never shows an answered question again while its answer is on the way', async () => {
    const { review } = await started('a', 'b', 'c')
    const saved = review.decide('review')
    await review.load()
    expect(review.items.map(({ uid }) => uid)).toEqual(['b', 'c'])
    await saved
    await review.load()
    expect(review.items.map(({ uid }) => uid)).toEqual(['b', 'c'])
  })

  it('asks again what was taken back', async () => {
    const { review, reopen } = await started('a', 'b', 'c')
    await review.decide('review')
    await review.load()
    reopen('a')
    await review.load()
    expect(title(review)).toBe('a')
    expect(review.answered).toBe(0)
  })

  it('keeps a question whose answer could not be saved', async () => {
    const { host, review } = await started('a', 'b')
    host.correct = () => Promise.reject({ code: 'internal', message: 'disk full' })
    await review.decide('review')
    expect(title(review)).toBe('a')
    expect(review.answered).toBe(0)
  })

  it('steps over a question without answering it, and stops at the ends', async () => {
    const { review } = await started('a', 'b')
    review.step(-1)
    expect(title(review)).toBe('a')
    review.step(1)
    review.step(1)
    expect(title(review)).toBe('b')
  })
})
