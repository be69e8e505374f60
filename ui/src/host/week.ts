import type { Call } from './call'
import type { IsoWeek, WeekView } from './types'

export interface WeekCalls {
  /** null: the week to show first. */
  week(week: IsoWeek | null): Promise<WeekView>
}

export const weekCalls = (call: Call): WeekCalls => ({
  week: (week) => call('week', { week })
})
