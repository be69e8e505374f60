import type { HeatCell, HeatMap } from '../../host/types'
import type { Stop } from '../week/rove'

/** What a cell is coloured by. */
export type Heat = 'meetings' | 'focus_lost'

export const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** Minutes of an hour, on average over the days; 0 where the weekday never is. */
export function minutesOf({ days, meeting_minutes, focus_lost_minutes }: HeatCell, heat: Heat): number {
  return days === 0 ? 0 : (heat === 'meetings' ? meeting_minutes : focus_lost_minutes) / days
}

/** How strongly a cell is tinted, 0–1; the whole hour is the strongest, so that two periods can be compared. */
export function strengthOf(cell: HeatCell, heat: Heat): number {
  return Math.min(1, Math.max(0, minutesOf(cell, heat) / 60))
}

/** The cells as rows of an hour each, one cell a weekday. */
export function rowsOf({ cells, first_hour, last_hour }: HeatMap): { hour: number; cells: HeatCell[] }[] {
  if (cells.length === 0) return []
  return Array.from({ length: last_hour - first_hour + 1 }, (_, index) => {
    const hour = first_hour + index
    return { hour, cells: cells.filter((cell) => cell.hour === hour) }
  })
}

export const idOf = ({ weekday, hour }: Pick<HeatCell, 'weekday' | 'hour'>): string => `${weekday}-${hour}`

export function stopsOf({ cells }: HeatMap): Stop[] {
  return cells.map((cell) => ({ id: idOf(cell), column: cell.weekday, at: cell.hour }))
}

/** The hour that is fullest on average; null where nothing is. */
export function fullest({ cells }: HeatMap, heat: Heat): HeatCell | null {
  const most = cells.reduce<HeatCell | null>(
    (best, cell) => (best === null || minutesOf(cell, heat) > minutesOf(best, heat) ? cell : best),
    null
  )
  return most !== null && minutesOf(most, heat) > 0 ? most : null
}
