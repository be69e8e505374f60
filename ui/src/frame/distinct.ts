import type { EventView } from '../host/types'

/** Gives every event a key of its own: the same event can stand in two calendars. */
export function distinct(events: EventView[]): EventView[] {
  const seen = new Map<string, number>()
  return events.map((event) => {
    const times = (seen.get(event.key) ?? 0) + 1
    seen.set(event.key, times)
    return times === 1 ? event : { ...event, key: `${event.key} (${times})` }
  })
}
