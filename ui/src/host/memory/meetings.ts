import type { MeetingsCalls } from '../meetings'
import type { MeetingsView } from '../types'
import { noted } from './marks'
import { answered } from './states'
import type { World } from './world'

export const meetingsOf = (world: World): MeetingsCalls => ({
  meetings: () =>
    answered(world, async () => {
      const file = await import('../../../fixtures/meetings.json')
      const view = structuredClone(file.default) as unknown as MeetingsView
      if (world.state === 'little')
        return { ...view, series: [], changes: [], forward: { weeks: [], first_break: null } }
      const impacts = noted(world).impacts
      const series = view.series.map((row) => ({
        ...row,
        impact: impacts.find(({ uid }) => uid === row.uid)?.impact ?? row.impact
      }))
      return { ...view, series }
    })
})
