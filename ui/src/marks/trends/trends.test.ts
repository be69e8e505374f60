import { describe, expect, it } from 'vitest'
import { mixOf, periodOf, shareOf } from '../../../tests/build'
import type { Waterfall, WaterfallStep } from '../../host/types'
import { scaleOf } from '../scale'
import { columnsOf, ticksOf } from './axis'
import { fullOf } from './small'
import { apart, bandOf, stackOf } from './stack'
import { fall } from './waterfall'

describe('a scale', () => {
  it('puts values along a line, either way round', () => {
    expect(scaleOf([0, 10], [0, 100])(5)).toBe(50)
    expect(scaleOf([0, 1], [200, 0])(0.25)).toBe(150)
  })

  it('stays finite without a range', () => {
    expect(scaleOf([2, 2], [0, 100])(2)).toBe(0)
  })
})

describe('a stack', () => {
  const mix = mixOf([
    shareOf('deep_work', { minutes: 480, open_focus_minutes: 240 }),
    shareOf('cross_team', { minutes: 720 }),
    ...(['one_on_one', 'review', 'strategy', 'other_work'] as const).map((category) =>
      shareOf(category, { minutes: 210 })
    )
  ])

  it('has the category that is looked at at the bottom, open focus on its deep work, fragments on top', () => {
    expect(stackOf(mix, 'deep_work').map(({ part }) => part)).toEqual([
      'deep_work',
      'open_focus',
      'one_on_one',
      'cross_team',
      'review',
      'strategy',
      'other_work',
      'fragments'
    ])
    expect(stackOf(mix, 'cross_team')[0]).toEqual({ part: 'cross_team', minutes: 720, from: 0, to: 0.3 })
  })

  it('leaves no gap, and fills the whole where the parts do', () => {
    const stack = stackOf(mix, 'review')
    stack.slice(1).forEach(({ from }, index) => expect(from).toBeCloseTo(stack[index]?.to ?? 0))
    expect(stack.at(-1)?.to).toBeCloseTo(1)
  })

  it('draws nothing of nothing', () => {
    const none = {
      ...mixOf(
        ['deep_work', 'one_on_one', 'cross_team', 'review', 'strategy', 'other_work'].map((category) =>
          shareOf(category as never, { minutes: 0 })
        )
      ),
      denominator_minutes: 0,
      fragment_minutes: 0
    }
    expect(stackOf(none, 'deep_work')).toEqual([])
  })

  it('knows the band of its lowest category only', () => {
    const periods = [periodOf('2026-W45', { mix: mixOf([shareOf('review', { low: 0.1, high: 0.15 })]) })]
    expect(bandOf(periods, 'review')).toEqual({ low: 0.1, high: 0.15 })
    expect(bandOf(periods, 'other_work')).toBeNull()
    expect(bandOf([], 'review')).toBeNull()
  })

  it('pushes labels apart in the order they lie in', () => {
    expect(apart([100, 20, 24], 12)).toEqual([100, 20, 32])
  })
})

describe('the axis', () => {
  const weeks = ['2026-10-12', '2026-10-19', '2026-10-26', '2026-11-02', '2026-11-09'].map((from, index) =>
    periodOf(`2026-W${42 + index}`, { from })
  )

  it('divides the width evenly and leaves room between the columns', () => {
    const columns = columnsOf(5, 500)
    expect(columns.step).toBe(100)
    expect(columns.x(1) - columns.x(0)).toBeCloseTo(100)
    expect(columns.width).toBeLessThan(100)
    expect(columnsOf(0, 0).step).toBeGreaterThan(0)
  })

  it('names every week where there is room, and a month where it begins', () => {
    const ticks = ticksOf(weeks, 'week', 30)
    expect(ticks.map(({ label }) => label)).toEqual(['42', '43', '44', '45', '46'])
    expect(ticks.map(({ above }) => above)).toEqual(['Oct', '', '', 'Nov', ''])
  })

  it('counts from the newest where there is little room', () => {
    expect(ticksOf(weeks, 'week', 12).map(({ label }) => label)).toEqual(['42', '', '44', '', '46'])
  })

  it('names months and quarters', () => {
    expect(ticksOf([periodOf('2026-11', { from: '2026-11-01' })], 'month', 60)[0]).toMatchObject({
      label: 'Nov',
      above: '2026'
    })
    expect(ticksOf([periodOf('2026-Q4', { from: '2026-10-01' })], 'quarter', 60)[0]?.label).toBe('Q4')
  })
})

describe('a small chart', () => {
  const chart = {
    id: 'load',
    label: 'Load',
    value: ({ meeting_load }: { meeting_load: number }) => meeting_load,
    say: String,
    tick: String,
    full: 0.8,
    lines: [],
    shape: 'bar' as const
  }

  it('keeps its scale until a period needs more', () => {
    expect(fullOf(chart, [periodOf('a', { meeting_load: 0.5 })])).toBeCloseTo(0.8)
    expect(fullOf(chart, [periodOf('a', { meeting_load: 0.93 })])).toBeCloseTo(1)
    expect(fullOf({ ...chart, full: 8 }, [periodOf('a', { meeting_load: 17 })])).toBe(24)
  })
})

describe('a waterfall', () => {
  const step = (label: string, change_minutes: number): WaterfallStep => ({
    kind: 'category',
    category: 'review',
    label,
    before_minutes: 0,
    after_minutes: change_minutes,
    change_minutes,
    series: []
  })
  const end = { label: '', from: '', to: '', denominator_minutes: 0 }
  const of = (...changes: number[]): Waterfall => ({
    before: end,
    after: end,
    steps: changes.map((change, index) => step(String(index), change)),
    text: ''
  })

  it('begins each step where the one before ended', () => {
    const { bars, zero, end } = fall(of(60, -90, 30))
    expect(bars[0]?.from).toBe(zero)
    expect(bars[1]?.to).toBe(bars[0]?.to)
    expect(bars[2]?.from).toBe(bars[1]?.from)
    expect(end).toBe(zero)
    expect(bars.map(({ more }) => more)).toEqual([true, false, true])
  })

  it('stays in its frame, and finite where nothing changed', () => {
    for (const { from, to } of fall(of(600, -30, 5)).bars) {
      expect(from).toBeGreaterThanOrEqual(0)
      expect(to).toBeLessThanOrEqual(100)
    }
    expect(fall(of(0, 0)).bars.every(({ from }) => Number.isFinite(from))).toBe(true)
  })
})
