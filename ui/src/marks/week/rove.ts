export interface Stop {
  id: string
  /** The column, from 0. */
  column: number
  /** The order within the column: the head −2, all-day −1, then minutes of the day. */
  at: number
}

type Direction = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight' | 'Home' | 'End'

export function isDirection(key: string): key is Direction {
  return ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End'].includes(key)
}

/** Where an arrow key leads from a stop: up and down through the day, left and right to the nearest of its neighbour. */
export function stepFrom(id: string | null, direction: Direction, stops: Stop[]): string | null {
  const here = stops.find((stop) => stop.id === id)
  if (!here) return stops[0]?.id ?? null
  const column = inColumn(stops, here.column)
  const index = column.findIndex((stop) => stop.id === id)
  if (direction === 'ArrowUp') return column[index - 1]?.id ?? here.id
  if (direction === 'ArrowDown') return column[index + 1]?.id ?? here.id
  if (direction === 'Home') return column[0]?.id ?? here.id
  if (direction === 'End') return column.at(-1)?.id ?? here.id
  return besides(here, direction === 'ArrowLeft' ? -1 : 1, stops)
}

function inColumn(stops: Stop[], column: number): Stop[] {
  return stops.filter((stop) => stop.column === column).sort((a, b) => a.at - b.at)
}

function besides(here: Stop, step: 1 | -1, stops: Stop[]): string {
  const columns = [...new Set(stops.map((stop) => stop.column))].sort((a, b) => (a - b) * step)
  const next = columns.find((column) => (column - here.column) * step > 0)
  if (next === undefined) return here.id
  const others = inColumn(stops, next)
  const nearest = others.reduce((best, stop) => (off(stop, here) < off(best, here) ? stop : best))
  return nearest.id
}

const off = (a: Stop, b: Stop) => Math.abs(a.at - b.at)
