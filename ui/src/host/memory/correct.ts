import type { CorrectCalls } from '../correct'
import type { CorrectionPreview, CorrectionRequest, EventView } from '../types'
import { effectLabel } from '../../domain/day-effect'
import { corrections, dayCorrections } from './corrections'
import { weeks } from './week'
import type { World } from './world'

const LABELS: Record<string, string> = {
  deep_work: 'deep work',
  one_on_one: 'a 1:1',
  cross_team: 'cross-team',
  review: 'review',
  strategy: 'strategy',
  other_work: 'other work',
  personal: 'personal'
}

export function correctOf(world: World): CorrectCalls {
  return {
    previewCorrection: async (request) => preview(request, await counted()),
    correct: async (request) => {
      const title = (await counted()).get(request.uid)?.[0].row.summary ?? ''
      const { uid, category } = request
      const label = category ? `“${title}” is ${LABELS[category]}` : `Take back the correction of “${title}”`
      return world.say(label, () => {
        const said = corrections(world)
        if (category) said[uid] = category
        else delete said[uid]
      })
    },
    correctDay: async ({ uid, effect }) => {
      const title = (await everything()).find(({ row }) => row.uid === uid)?.row.summary ?? ''
      const label = effect
        ? `“${title}” is ${effectLabel(effect).toLowerCase()}`
        : `Take back what “${title}” does to the day`
      return world.say(label, () => {
        const said = dayCorrections(world)
        if (effect) said[uid] = effect
        else delete said[uid]
      })
    }
  }
}

const everything = async () => (await weeks()).flatMap(({ events }) => events)

type Series = [EventView, ...EventView[]]

async function counted(): Promise<Map<string, Series>> {
  const series = new Map<string, Series>()
  for (const { events } of await weeks())
    for (const event of events) {
      if (!event.row.counted) continue
      const found = series.get(event.row.uid)
      if (found) found.push(event)
      else series.set(event.row.uid, [event])
    }
  return series
}

function preview({ uid, scope, category }: CorrectionRequest, all: Map<string, Series>): CorrectionPreview {
  const events = all.get(uid)
  if (!events || !category) return { correction: null, covers: 0, others: 0, minutes: 0, changes: [] }
  const covers = scope === 'occurrence' ? 1 : events.length
  const { row, classification } = events[0]
  const minutes = covers * events[0].minutes
  const different = category !== classification.category
  const change = { summary: row.summary, from: classification.category, to: category }
  const alike = scope === 'alike' && different ? 3 : 0
  return {
    correction: { scope, key: uid, category, kind: null, made_at: '2026-11-12T09:20:00Z' },
    covers: covers + alike,
    others: different && scope !== 'occurrence' ? 2 : 0,
    minutes: different ? minutes + alike * 30 : 0,
    changes: different ? [{ ...change, uid, count: covers, minutes, covered: true }] : []
  }
}
