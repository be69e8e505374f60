import type { LensesCalls } from '../lenses'
import type { LensesView, MeetingsView, PriorityView, QuadrantEntry } from '../types'
import { noted } from './marks'
import { answered } from './states'
import type { World } from './world'

export const lensesOf = (world: World): LensesCalls => ({
  lenses: () =>
    answered(world, async () => {
      const file = await import('../../../fixtures/lenses.json')
      const view = structuredClone(file.default) as unknown as LensesView
      // The engine counts them; here a name that is kept is enough.
      const priorities = noted(world).priorities.map(({ name, words }): PriorityView => ({
        name,
        words,
        minutes: 0,
        share: 0,
        weeks_without: [],
        last: null,
        series: [],
        text: 'No time in these weeks.'
      }))
      return { ...view, priorities, quadrant: await quadrant(world) }
    })
})

/** The series that were judged, beside the hours the fixtures know. */
async function quadrant(world: World): Promise<QuadrantEntry[]> {
  const file = await import('../../../fixtures/meetings.json')
  const { series } = file.default as unknown as MeetingsView
  return noted(world).impacts.flatMap(({ uid, impact }) => {
    const row = series.find((one) => one.uid === uid)
    if (!row) return []
    const { summary, category, hours_per_week, times } = row
    const much_effort = hours_per_week >= 1
    const names = { low: ['Snacking', 'Preening'], high: ['Quick win', 'Worth it'] }
    const name = names[impact][much_effort ? 1 : 0] ?? ''
    return [{ series: { uid, summary, category, hours_per_week, times }, impact, much_effort, name }]
  })
}
