// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import '../../../tests/setup'
import { hostOf, libraryOf, TestHost, weekOf } from '../../../tests/build'
import { WeekwiseState } from '../../frame/state.svelte'
import type { PlanCalls } from '../../host/plan'
import type { Plan, PlanBlock, PlanWishes } from '../../host/types'
import { Planning } from './plan.svelte'
import type { Slot } from './slots'

const TUE = '2026-11-10'
const slot = (start: number, end: number, day = TUE): Slot => ({ day, start: start * 60, end: end * 60 })

function block(start: string, end: string, origin: PlanBlock['origin']): PlanBlock {
  return {
    uid: start,
    start,
    end,
    minutes: 120,
    category: 'deep_work',
    title: 'Deep work',
    morning: false,
    origin,
    because: ''
  }
}

/** Proposes one block, unless it is dismissed, beside what is locked. */
function answer(wishes: PlanWishes): Plan {
  const proposed = block(`${TUE}T13:00:00+01:00`, `${TUE}T15:00:00+01:00`, 'new')
  const held = [...wishes.locked, ...wishes.added]
  const taken = [...held, ...wishes.dismissed].some(
    (other) => other.start < proposed.end && proposed.start < other.end
  )
  const { report } = weekOf([])
  return {
    period: { from: '2026-11-09T00:00:00+01:00', to: '2026-11-23T00:00:00+01:00', tz: 'Europe/Berlin' },
    wishes,
    blocks: [...(taken ? [] : [proposed]), ...held.map(({ start, end }) => block(start, end, 'locked'))],
    changes: [],
    negotiability: [],
    arithmetic: {
      week_minutes: 2400,
      morning_minutes: 0,
      block_minutes: 120,
      morning_share: 0,
      share: 0.05,
      open_minutes: 0,
      deep_share: 0.05,
      weeks: [],
      low: 0.3,
      missing_minutes: 600,
      further_blocks: 7,
      stopped_by: null,
      relax: null,
      sentences: ['No morning is protected.']
    },
    before: report,
    after: report,
    optimal: true,
    gap: 0,
    alternatives: [],
    missing: null,
    kept: [],
    refused: [],
    notes: []
  }
}

class PlanHost extends TestHost {
  wished: PlanWishes[] = []
  plan = async (wishes: PlanWishes): Promise<Plan> => {
    this.wished.push(wishes)
    return answer(wishes)
  }
  tryBlock: PlanCalls['tryBlock'] = async () => ({ refused: null, changes: [], text: 'The time is free.' })
}

async function planning(host = new PlanHost()) {
  host.open = libraryOf()
  host.week = async (week) => weekOf([], { week: week ?? '2026-W46', now: '2026-11-09T08:00:00' })
  const app = new WeekwiseState(hostOf(host as never))
  const state = new Planning(app)
  await state.load()
  return { app, host, state }
}

const shown = (state: Planning) =>
  state.blocks.map(({ slot, origin }) => `${slot.day.slice(8)} ${slot.start / 60}–${slot.end / 60} ${origin}`)

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('a plan in the hand', () => {
  it('shows an edit at once, and asks once when it is quiet', async () => {
    const { host, state } = await planning()
    const id = state.blocks[0]?.id ?? ''
    state.edits.move(id, slot(9, 11))
    state.edits.move(id, slot(10, 12))
    expect(shown(state)).toEqual(['10 10–12 locked'])
    expect(state.isFresh).toBe(false)
    expect(host.wished).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(400)
    expect(host.wished).toHaveLength(2)
    expect(shown(state)).toEqual(['10 10–12 locked'])
    expect(state.isFresh).toBe(true)
  })

  it('keeps what is locked whatever else is wished', async () => {
    const { host, state } = await planning()
    state.edits.move(state.blocks[0]?.id ?? '', slot(9, 11, '2026-11-12'))
    state.set({ mornings: 2 })
    state.set({ choice: 'most_focus' })
    await vi.advanceTimersByTimeAsync(400)
    expect(host.wished.at(-1)?.locked).toEqual([
      { start: '2026-11-12T09:00:00+01:00', end: '2026-11-12T11:00:00+01:00' }
    ])
    // The place it was moved away from stays free.
    expect(shown(state)).toEqual(['12 9–11 locked'])
  })

  it('goes back step by step, and forth again', async () => {
    const { state } = await planning()
    state.edits.dismiss(state.blocks[0]?.id)
    expect(shown(state)).toEqual([])
    state.edits.add(slot(9, 11))
    expect(shown(state)).toEqual(['10 9–11 locked'])
    expect(state.undoable).toBe('Add block')
    state.undo()
    state.undo()
    expect(shown(state)).toEqual(['10 13–15 new'])
    expect(state.undoable).toBeNull()
    state.redo()
    expect(shown(state)).toEqual([])
    await vi.advanceTimersByTimeAsync(400)
  })

  it('is one step back where a wish was held down', async () => {
    const { state } = await planning()
    for (const weeks of [3, 4, 5]) state.set({ weeks })
    state.undo()
    expect(state.wishes.weeks).toBe(2)
    await vi.advanceTimersByTimeAsync(400)
  })

  it('stands still when it is stopped, and says that it is from before', async () => {
    const { host, state } = await planning()
    host.plan = () => new Promise(() => undefined)
    state.set({ mornings: 1 })
    await vi.advanceTimersByTimeAsync(400)
    expect(state.solving).toBe(true)
    state.stop()
    expect(state.solving).toBe(false)
    expect(state.stopped).toBe(true)
    expect(state.isFresh).toBe(false)
    expect(shown(state)).toEqual(['10 13–15 new'])
  })

  it('keeps the last plan where a new one fails', async () => {
    const { host, state } = await planning()
    host.plan = () => Promise.reject({ code: 'internal', message: 'no' })
    state.edits.toggleLock(state.blocks[0]?.id)
    await vi.advanceTimersByTimeAsync(400)
    expect(state.plan.problem?.message).toBe('no')
    expect(shown(state)).toEqual(['10 13–15 locked'])
  })

  it('says which placed block the plan could not take', async () => {
    const { host, state } = await planning()
    const because = 'the meetings there find no other place on their day'
    host.plan = async (wishes) => ({
      ...answer(wishes),
      blocks: [],
      refused: wishes.added.map((slot) => ({ slot, because }))
    })
    state.edits.add(slot(9, 11))
    expect(state.refused).toEqual([])
    await vi.advanceTimersByTimeAsync(400)
    expect(state.refused).toEqual([{ slot: slot(9, 11), because }])
    state.edits.giveUp(slot(9, 11))
    expect(state.wishes.added).toEqual([])
    await vi.advanceTimersByTimeAsync(400)
  })

  it('adds nothing where nothing may be', async () => {
    const { app, state } = await planning()
    state.edits.add(slot(20, 22))
    expect(state.wishes.added).toEqual([])
    expect(app.said).toBe('Not added: Outside working hours')
    expect(state.refusal).toEqual({
      place: slot(20, 22),
      wanted: slot(20, 22),
      text: 'Not added: Outside working hours'
    })
  })

  it('asks the engine what a block takes, the block itself not in its way', async () => {
    const { host, state } = await planning()
    state.edits.add(slot(9, 11))
    await vi.advanceTimersByTimeAsync(400)
    const asked: PlanWishes[] = []
    host.tryBlock = async (wishes) => {
      asked.push(wishes)
      return { refused: 'Platform sync stays there', changes: [], text: 'Platform sync stays there.' }
    }
    const block = state.blocks.find((one) => one.slot.start === 9 * 60) ?? null
    expect(await state.tried(slot(10, 12), block)).toEqual({
      barred: true,
      text: 'Platform sync stays there'
    })
    expect(asked[0]?.added).toEqual([])
    host.tryBlock = async () => ({ refused: null, changes: [], text: 'The time is free.' })
    expect(await state.tried(slot(10, 12), block)).toBeNull()
  })
})
