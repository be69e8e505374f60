import { describe, expect, it } from 'vitest'
import { WeekwiseState } from '../../frame/state.svelte'
import { memoryHost } from '../../host/memory'
import type { AskView, LookBack } from '../../host/types'
import { LookingBack } from './look-back.svelte'
import { figuresOf, holds, pointsOff, seasonProblem } from './words'

const off = (points: number) => ({ category: 'review' as const, guessed: 0, was: 0, points, times: 2 })

describe('what is said of a period', () => {
  it('gives every figure what it is of, and none of a middle week where there is none', () => {
    const days = {
      ...{ capacity_hours: 100, meeting_hours: 40, load: 0.4, focus_hours: 30, after_hours: 0.5 },
      ...{ mornings: 7, working_days: 13 }
    }
    const said = figuresOf({ middle: null, days } as LookBack)
    expect(said.map(({ value }) => value.replaceAll('\u00a0', ' '))).toEqual([
      '40.0 h, 40 % of 100.0 h',
      '30.0 h',
      '7 of 13 working days',
      '0.5 h'
    ])
    const middle = { weeks: 5, focus_hours: 9, load: 0.5, hours_to_move: 6 }
    expect(figuresOf({ middle, days } as LookBack)).toHaveLength(6)
  })

  it('tells the side a guess was off to', () => {
    expect([12.4, -3.2, 0.3, -0.4].map((points) => pointsOff(off(points)))).toEqual(['+12', '−3', '0', '0'])
  })

  it('holds what was agreed and has not come back', () => {
    const ask = (state: string, came_back: boolean) => ({ ask: { state }, came_back }) as AskView
    expect(holds(ask('agreed', false))).toBe(true)
    expect(holds(ask('agreed', true))).toBe(false)
    expect(holds(ask('refused', false))).toBe(false)
  })

  it('says what a season lacks', () => {
    const season = (name: string, from: string, to: string) => seasonProblem({ name, from, to })
    expect(season(' ', '2026-05-04', '2026-05-08')).toContain('name')
    expect(season('Launch', '', '')).toContain('first')
    expect(season('Launch', '2026-05-08', '2026-05-04')).toContain('before')
    expect(season('Launch', '2026-05-04', '2026-05-04')).toBeNull()
  })
})

describe('looking back', () => {
  async function opened() {
    const app = new WeekwiseState(memoryHost(new URLSearchParams('state=demo')))
    const stop = app.start()
    await expect.poll(() => app.view?.week).toBe('2026-W46')
    const back = new LookingBack(app)
    await back.load()
    return { app, back, stop }
  }

  it('begins with the quarter of the shown week, and is moved by its length', async () => {
    const { back, stop } = await opened()
    expect(back.days).toEqual({ from: '2026-10-01', to: '2026-12-31' })
    back.step(-1)
    expect(back.days).toEqual({ from: '2026-07-01', to: '2026-09-30' })
    back.lengthen('year')
    expect(back.days).toEqual({ from: '2026-01-01', to: '2026-12-31' })
    back.lengthen('month')
    expect([back.kind, back.days]).toEqual(['month', { from: '2026-12-01', to: '2026-12-31' }])
    stop()
  })

  it('names a season, which undo takes back, and removes one', async () => {
    const { app, back, stop } = await opened()
    const season = { name: 'Hiring', from: '2026-10-05', to: '2026-10-30' }
    expect(await back.nameSeason(season)).toBe(true)
    expect((await app.host.marks()).seasons).toEqual([season])
    expect(app.library?.undo?.label).toBe('Name a season')
    await app.undo()
    expect((await app.host.marks()).seasons).toEqual([])
    await back.nameSeason(season)
    expect(await back.removeSeason(season)).toBe(true)
    expect((await app.host.marks()).seasons).toEqual([])
    expect(app.library?.undo?.label).toBe('Remove a season')
    stop()
  })
})
