import type { Call } from './call'
import type { Grain, Selection, TrendsView } from './types'

/** Days from the first to the last one, included. */
export interface Stretch {
  from: string
  to: string
}

export interface TrendsQuestion {
  selection?: Selection
  grain: Grain
  /** The two stretches whose difference is asked for; else the last two whole periods. */
  compare?: [Stretch, Stretch] | null
}

export interface TrendsCalls {
  trends(question: TrendsQuestion): Promise<TrendsView>
}

export const trendsCalls = (call: Call): TrendsCalls => ({
  trends: ({ selection, grain, compare }) =>
    call('trends', { selection: selection ?? {}, grain, compare: compare ?? null })
})
