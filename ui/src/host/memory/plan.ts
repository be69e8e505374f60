import type { PlanCalls } from '../plan'
import type { BlockTrial, KeptWeek, Plan, PlanBlock, PlanChange, PlanSlot, PlanWishes } from '../types'
import { weeks } from './week'
import type { World } from './world'

const files = import.meta.glob<{ default: unknown }>('../../../fixtures/plan/*.json')

/**
 * `?state=`: past (nothing left to plan), kept (plans of weeks that are over), lacking (deep work stays below its band
 * unless somebody is asked), unplanned (planning fails), slow (it never ends).
 */
export function planOf(world: World): PlanCalls {
  return {
    plan: async (wishes) => {
      if (world.state === 'unplanned')
        throw { code: 'internal', message: 'The weeks could not be read.', diagnostics: [] }
      if (world.state === 'slow') return new Promise(() => undefined)
      return answered(await stored(wishes), wishes, world.state)
    },
    tryBlock: async (wishes, slot) => tried(await stored(wishes), slot),
    planWishes: async () => (world.library.stored ? kept(world).wishes : null),
    savePlan: async (wishes, label) =>
      world.say(`Plan: ${label}`, () => {
        kept(world).wishes = structuredClone(wishes)
      }),
    exportPlan: async () => 'deep-work.ics'
  }
}

const kept = (world: World) => world.part<{ wishes: PlanWishes | null }>('plan', () => ({ wishes: null }))

async function stored({ choice, no_changes }: PlanWishes): Promise<Plan> {
  const known = choice === 'no_changes' || choice === 'most_focus' ? choice : 'balanced'
  const name = no_changes ? 'no_changes' : known
  const file = files[`../../../fixtures/plan/${name}.json`]
  if (!file) throw new Error(`no fixtures/plan/${name}.json`)
  return (await file()).default as Plan
}

// The demo never exported a plan: what became of one is made up, for the tests only.
const KEPT: KeptWeek[] = [
  { week: '2026-W43', planned_minutes: 360, kept_minutes: 360, kept: 3, moved: 0, invaded: 0, gone: 0 },
  { week: '2026-W44', planned_minutes: 420, kept_minutes: 270, kept: 2, moved: 0, invaded: 1, gone: 0 },
  { week: '2026-W45', planned_minutes: 360, kept_minutes: 300, kept: 2, moved: 1, invaded: 0, gone: 1 }
]

/** The stored plan with what was locked and dismissed; its sums stay as they were: counting is the engine's. */
function answered(plan: Plan, wishes: PlanWishes, state: string): Plan {
  const locked = [...wishes.locked, ...wishes.added]
  const taken = [...locked, ...wishes.dismissed]
  const left = plan.blocks.filter((block) => block.origin === 'kept' || !taken.some(overlaps(block)))
  const blocks = [...left, ...locked.map(blockOf)].toSorted((a, b) => a.start.localeCompare(b.start))
  const answer = { ...plan, wishes, blocks }
  if (state === 'past') return { ...answer, ...past(plan) }
  if (state === 'kept') return { ...answer, kept: KEPT }
  if (state === 'lacking')
    return { ...answer, ...(wishes.choice === 'no_changes' ? lacking(plan) : { changes: [ASK] }) }
  return answer
}

/** Here no meeting has another place to go to: what it lies over would have to, and that is said. */
async function tried({ negotiability }: Plan, slot: PlanSlot): Promise<BlockTrial> {
  const events = (await weeks()).flatMap((view) => view.events)
  const under = events.find(({ row }) => row.counted && !row.all_day && overlaps(slot)(instants(row)))
  const meeting = under && negotiability.find(({ uid }) => uid === under.row.uid)
  if (!meeting) return { refused: null, changes: [], text: 'The time is free.' }
  const refused = 'The meetings there find no other place on their day'
  return { refused, changes: [], text: `${refused}.` }
}

const instants = ({ start, end }: { start: string; end: string }): PlanSlot => ({ start, end })
// Whether the demo's own plan lacks anything is the engine's matter: what is shown where it does is made up.
const RELAX = 'Plan for “Most focus”: it brings 1.2 h a week and asks for 1 change.'
const DRAFT =
  '“Migration steering”, Tuesday, 17 November, 13:45: I will read the notes this time. Tell me if you need me.'
const ASK: PlanChange = {
  id: 'decline:3f1c:2026-11-17T13:45:00+01:00',
  uid: 'migration-steering@demo.weekwise.example',
  recurrence_id: '2026-11-17T13:45:00+01:00',
  title: 'Migration steering',
  action: 'decline',
  from: '2026-11-17T13:45:00+01:00',
  from_end: '2026-11-17T15:00:00+01:00',
  to: null,
  to_end: null,
  cost: 2.5,
  gain_minutes: 75,
  because: '12 people are there and you do not organize it. It makes room for 1.2 h of focus time.',
  draft: DRAFT,
  drafts: { plain: DRAFT, warm: DRAFT, brief: DRAFT }
}

function lacking(plan: Plan): Partial<Plan> {
  const missing = `Week 47 lacks 48 min of the 30 % deep work needs at least. ${RELAX}`
  return { changes: [], missing, arithmetic: { ...plan.arithmetic, stopped_by: 'choice', relax: RELAX } }
}

const overlaps = (a: PlanSlot) => (b: PlanSlot) => a.start < b.end && b.start < a.end

function blockOf({ start, end, category = 'deep_work' }: PlanSlot): PlanBlock {
  const minutes = (Date.parse(end) - Date.parse(start)) / 60_000
  const morning = start.slice(11, 13) < '11'
  return {
    uid: `${start}@weekwise`,
    start,
    end,
    minutes,
    category,
    title: 'Deep work',
    morning,
    origin: 'locked',
    because: 'You placed it here.'
  }
}

function past(plan: Plan): Partial<Plan> {
  const relax = 'Every working hour asked about is over: plan from today or later.'
  const blocks: PlanBlock[] = []
  const arithmetic = {
    ...plan.arithmetic,
    morning_minutes: 0,
    block_minutes: 0,
    morning_share: 0,
    share: 0,
    stopped_by: 'past' as const,
    relax,
    sentences: ['No morning is protected.']
  }
  return {
    blocks,
    changes: [],
    after: plan.before,
    alternatives: [],
    kept: [],
    notes: [],
    arithmetic,
    missing: relax
  }
}
