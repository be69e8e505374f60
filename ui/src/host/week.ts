import type { Call } from './call'
import type { CalendarId, IsoWeek, WeekView } from './types'

export interface WeekCalls {
  /** null: the week to show first. Of these calendars only; of all where none is named. */
  week(week: IsoWeek | null, calendars?: CalendarId[]): Promise<WeekView>
}

export const weekCalls = (call: Call): WeekCalls => ({
  week: (week, calendars = []) => call('week', { week, calendars })
})
