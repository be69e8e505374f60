import { isoWeekOf } from '../../domain/wall'
import type { Stretch, TrendsCalls } from '../trends'
import type { Grain, TrendPeriod, TrendsView, Waterfall, WaterfallStep } from '../types'
import { noted } from './marks'
import { answered } from './states'
import type { World } from './world'

const files = import.meta.glob<{ default: unknown }>('../../../fixtures/trends/*.json')

export const trendsOf = (world: World): TrendsCalls => ({
  trends: ({ grain, compare }) =>
    answered(world, async () => {
      const view = await stored(grain)
      const marked = noted(world).unusual_weeks
      const periods = view.periods.map((period) => ({
        ...period,
        unusual: marked.find(({ week }) => week === isoWeekOf(period.from) && grain === 'week')?.why ?? null
      }))
      if (world.state === 'little') return little(view)
      if (world.state === 'weeks') return ofWeeks(view)
      return { ...view, periods, waterfall: compare ? between(periods, compare) : view.waterfall }
    })
})

async function stored(grain: Grain): Promise<TrendsView> {
  const file = files[`../../../fixtures/trends/${grain}.json`]
  if (!file) throw new Error('no trends in fixtures/trends')
  return structuredClone((await file()).default) as TrendsView
}

function little(view: TrendsView): TrendsView {
  return {
    ...view,
    periods: view.periods.slice(-2),
    change_points: [],
    waterfall: null,
    volatility: [],
    notes: ['Only 1 whole, usual period: too little to tell where a level changed.']
  }
}

/** An export of some weeks, whose series run on before them. */
function ofWeeks(view: TrendsView): TrendsView {
  const [first, last] = [view.periods.at(-6), view.periods.at(-1)]
  const periods = view.periods.map((period, index) => ({
    ...period,
    series_only: index < view.periods.length - 6
  }))
  const told = first && last ? { from: first.from, to: last.to } : null
  const notes = ['Beyond these weeks only series are known, so nothing is compared or claimed there.']
  return { ...view, periods, told, notes, change_points: [], waterfall: null }
}

/** The engine counts it by series; here the categories of two periods are enough. */
function between(periods: TrendPeriod[], [from, to]: [Stretch, Stretch]): Waterfall | null {
  const before = periods.find((period) => period.from === from.from)
  const after = periods.find((period) => period.from === to.from)
  if (!before || !after) return null
  const steps = [...parts(before)].map(([label, first]): WaterfallStep => {
    const last = parts(after).get(label)
    const [one, two] = [first.minutes, last?.minutes ?? 0]
    return { ...first, label, before_minutes: one, after_minutes: two, change_minutes: two - one, series: [] }
  })
  const most = [...steps].sort((a, b) => Math.abs(b.change_minutes) - Math.abs(a.change_minutes))[0]
  const text = most ? `${most.label} changed most from ${before.label} to ${after.label}.` : ''
  return { before: end(before), after: end(after), steps, text }
}

const end = ({ label, from, to, mix }: TrendPeriod) => ({
  label,
  from,
  to,
  denominator_minutes: mix.denominator_minutes
})

const LABELS = ['Deep work', '1:1s & mentoring', 'Cross-team', 'Review', 'Strategy', 'Other work']

function parts({ mix }: TrendPeriod) {
  const open = mix.categories.reduce((sum, row) => sum + row.open_focus_minutes, 0)
  type Part = Pick<WaterfallStep, 'kind' | 'category'> & { minutes: number }
  const list: [string, Part][] = mix.categories.map(({ category, minutes }, index) => [
    LABELS[index] ?? category,
    { kind: 'category', category, minutes }
  ])
  list.push(['Open focus', { kind: 'open_focus', category: null, minutes: open }])
  list.push(['Fragments', { kind: 'fragments', category: null, minutes: mix.fragment_minutes }])
  return new Map(list)
}
