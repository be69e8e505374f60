// The one place where a wall-clock time becomes an instant: somebody drops a block on a day, and the engine wants to
// know its offset. Done by a library that knows every zone's rules, never by the zone of this computer.
import { parseDateTime, toZoned } from '@internationalized/date'

/** RFC 3339 of a minute of a local day, as the engine writes it; a time that clocks skip is the first one after it. */
export function instantOf(day: string, minute: number, zone: string): string {
  const midnight = parseDateTime(`${day}T00:00:00`)
  const wall = midnight.add({ hours: Math.floor(minute / 60), minutes: minute % 60 })
  return toZoned(wall, zone, 'later').toString().replace(/\[.*$/, '')
}
