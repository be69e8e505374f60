import type { MarksCalls } from '../marks'
import type { Marks } from '../types'
import type { World } from './world'

/** What the user noted; the other areas read it from here, as the engine does. */
export const noted = (world: World): Marks => world.part('marks', () => world.library.settings.marks)

export function marksOf(world: World): MarksCalls {
  return {
    marks: async () => structuredClone(noted(world)),
    setMarks: async (marks) =>
      world.act(labelOf(noted(world), marks), () => {
        Object.assign(noted(world), marks)
        world.library = { ...world.library, settings: { ...world.library.settings, marks } }
      })
  }
}

function labelOf(before: Marks, after: Marks): string {
  const changed = (part: keyof Marks) => JSON.stringify(before[part]) !== JSON.stringify(after[part])
  if (changed('unusual_weeks')) return 'Mark a week'
  if (changed('seasons'))
    return after.seasons.length < before.seasons.length ? 'Remove a season' : 'Name a season'
  if (changed('team_names')) return 'Name a team'
  if (changed('priorities')) return 'Change the priorities'
  if (changed('asks')) return 'Change what was asked for'
  return changed('impacts') ? 'Judge a series' : 'Change what you noted'
}
