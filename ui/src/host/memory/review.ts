import type { ReviewCalls } from '../review'
import type { CorrectionPreview, CorrectionRequest, EventView, QueueItem } from '../types'
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

export function reviewOf(world: World): ReviewCalls {
  return {
    reviewQueue: async () => {
      const all = await counted()
      const said = corrections(world)
      const series = world.state === 'settled' ? [] : [...all.values()].filter(([{ row }]) => !said[row.uid])
      const items = series
        .map(itemOf)
        .filter(({ confidence }) => confidence < 0.85)
        .sort((a, b) => b.uncertain_minutes - a.uncertain_minutes)
      const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0)
      return {
        items,
        minutes: sum([...all.values()].flat().map(({ minutes }) => minutes)),
        uncertain_minutes: sum(items.map(({ uncertain_minutes }) => uncertain_minutes)),
        settled_minutes: sum(
          Object.keys(said).map((uid) => sum((all.get(uid) ?? []).map(({ minutes }) => minutes)))
        )
      }
    },
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

function itemOf(events: Series): QueueItem {
  const latest = events.at(-1) ?? events[0]
  const { row, classification } = latest
  const minutes = events.reduce((sum, event) => sum + event.minutes, 0)
  return {
    scope: latest.recurring ? 'series' : 'occurrence',
    uid: row.uid,
    recurrence_id: row.recurrence_id,
    summary: row.summary,
    calendar: row.calendar,
    start: row.start,
    people: row.people,
    count: events.length,
    minutes,
    uncertain_minutes: Math.round(minutes * (1 - classification.confidence)),
    category: classification.category,
    kind: classification.kind,
    confidence: classification.confidence,
    runner_up: classification.runner_up,
    because: classification.because
  }
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
