import type { Category, DayEffect, EventView, WeekView } from '../types'
import type { World } from './world'

/** What the user said of each series. */
export function corrections(world: World): Record<string, Category> {
  return world.part('corrections', () => ({}))
}

/** What the user said each series does to the day. */
export function dayCorrections(world: World): Record<string, DayEffect> {
  return world.part('day corrections', () => ({}))
}

/** Events as corrected; the sums stay as they were: counting is the engine's. */
export function asCorrected(world: World, view: WeekView): WeekView {
  const [said, days] = [corrections(world), dayCorrections(world)]
  const events = view.events.map((event) =>
    withDay(corrected(event, said[event.row.uid]), days[event.row.uid])
  )
  return { ...view, events }
}

function withDay(event: EventView, effect: DayEffect | undefined): EventView {
  if (!effect) return event
  const because = [{ text: 'you said so of the series', effect, weight: 1 }]
  return {
    ...event,
    row: { ...event.row, effect, counted: effect === 'work' },
    day: {
      effect,
      confidence: 1,
      because,
      runner_up: null,
      decided_by: { by: 'correction', scope: 'series' }
    },
    day_would_change: ['Taking the correction back would make it what the evidence says.']
  }
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
