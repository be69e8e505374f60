import type { Category, EventView, WeekView } from '../types'
import type { World } from './world'

/** What the user said of each series. */
export function corrections(world: World): Record<string, Category> {
  return world.part('corrections', () => ({}))
}

/** Events as corrected; the sums stay as they were: counting is the engine's. */
export function asCorrected(world: World, view: WeekView): WeekView {
  const said = corrections(world)
  if (Object.keys(said).length === 0) return view
  return { ...view, events: view.events.map((event) => corrected(event, said[event.row.uid])) }
}

function corrected(event: EventView, category: Category | undefined): EventView {
  if (!category) return event
  return {
    ...event,
    row: { ...event.row, category, confidence: 1 },
    classification: {
      ...event.classification,
      category,
      confidence: 1,
      decided_by: { by: 'correction', scope: 'series' },
      because: [{ text: 'corrected for the series', category, weight: 1 }],
      runner_up: null
    },
    would_change: ['Taking the correction back would make it what the evidence says.']
  }
}
