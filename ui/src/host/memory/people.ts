import type { PeopleCalls } from '../people'
import type { PeopleView } from '../types'
import { noted } from './marks'
import { answered } from './states'
import type { World } from './world'

export const peopleOf = (world: World): PeopleCalls => ({
  people: () =>
    answered(world, async () => {
      const file = await import('../../../fixtures/people.json')
      const view = structuredClone(file.default) as unknown as PeopleView
      if (world.state === 'little') return blank(view)
      if (world.state === 'drifting') return drifting(view)
      const names = noted(world).team_names
      const teams = view.teams.map((team) => ({
        ...team,
        name: names.find((one) => one.team === team.id)?.name ?? team.name
      }))
      return { ...view, teams }
    })
})

const blank = (view: PeopleView): PeopleView => ({
  ...view,
  one_on_ones: [],
  mentoring: { hours: 0, reach: 0, top_share: 0, concentrated: false, people: [], text: 'No mentoring.' },
  teams: [],
  bridges: [],
  companies: [],
  time_zones: [],
  notes: ['The export hides who is there.']
})

/** Two rhythms that slipped, one conversation that takes most of the mentoring, and one bridge. */
function drifting(view: PeopleView): PeopleView {
  const slipped = [
    {
      real_days: 35,
      drift: 5,
      held: 4,
      skipped: 9,
      text: 'Every week intended, every 5 weeks held; the last was 3 weeks ago.'
    },
    {
      real_days: 33,
      drift: 2.4,
      held: 5,
      skipped: 4,
      text: 'Every 2 weeks intended, every 5 weeks held; the last was 4 weeks ago.'
    }
  ]
  const [weekly, fortnightly] = [7, 14].map((days) =>
    view.one_on_ones.find((one) => one.intended_days === days)
  )
  const others = view.one_on_ones.filter((one) => one !== weekly && one !== fortnightly)
  const found = [weekly, fortnightly].flatMap((one, index) =>
    one ? [{ ...one, ...slipped[index], drifting: true }] : []
  )
  const team = view.teams[3]
  return {
    ...view,
    one_on_ones: [...found, ...others],
    mentoring: {
      ...view.mentoring,
      hours: 18.5,
      people: view.mentoring.people.map((one, index) => ({ ...one, hours: [15, 2.25, 1.25][index] ?? 0 })),
      concentrated: true,
      top_share: 0.81,
      text: '18.5 h of mentoring for 3 people; the longest conversation takes 81 %.'
    },
    bridges: team
      ? [
          {
            team: team.id,
            uid: team.evidence[0] ?? '',
            summary: 'Data sync',
            hours_per_week: 0.5,
            text: '“Data sync” is the only meeting with Data platform.'
          }
        ]
      : []
  }
}
