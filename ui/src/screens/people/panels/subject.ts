import { count, dayWithYear, hours, share } from '../../../domain/format'
import type { PeopleView } from '../../../host/types'
import { teamName, zoneName, type PeoplePanel } from '../people.svelte'

interface Subject {
  title: string
  text: string
  figures: { name: string; value: string; strong?: boolean }[]
  /** UIDs of the events behind it. */
  evidence: string[]
}

const day = (value: string | null) => (value ? dayWithYear(value) : 'none')
const rhythm = (days: number | null) => (days === null ? 'not known' : `${Math.round(days)} days`)

/** What a panel says of its subject; null where it is not there any more. */
export function subjectOf(panel: PeoplePanel, view: PeopleView): Subject | null {
  switch (panel.kind) {
    case 'one-on-one': {
      const one = view.one_on_ones.find(({ uid }) => uid === panel.uid)
      if (!one) return null
      const figures = [
        { name: 'Intended', value: one.intended ?? 'no fixed rhythm' },
        { name: 'Between two, intended', value: rhythm(one.intended_days) },
        { name: 'Between two, held (median)', value: rhythm(one.real_days), strong: true },
        { name: 'Held', value: String(one.held) },
        { name: 'Cancelled or declined', value: String(one.skipped) },
        { name: 'My hours', value: hours(one.hours) },
        { name: 'Last', value: day(one.last) },
        { name: 'Next', value: day(one.next) }
      ]
      return { title: one.summary || (one.with ?? 'No title'), text: one.text, figures, evidence: [one.uid] }
    }
    case 'mentored': {
      const one = view.mentoring.people.find(({ address }) => address === panel.address)
      if (!one) return null
      const whole = view.mentoring.hours
      const figures = [
        { name: 'My hours', value: hours(one.hours), strong: true },
        { name: 'Of all mentoring', value: share(whole > 0 ? one.hours / whole : 0) },
        { name: 'How often', value: count(one.times, 'time') }
      ]
      return { title: one.name, text: view.mentoring.text, figures, evidence: one.evidence }
    }
    case 'team': {
      const team = view.teams.find(({ id }) => id === panel.team)
      if (!team) return null
      const figures = [
        { name: 'My hours a week', value: hours(team.hours_per_week), strong: true },
        { name: 'Meetings', value: String(team.meetings) },
        { name: 'Last met', value: day(team.last) }
      ]
      const text = team.own ? 'The team that is met most: it counts as the own one.' : ''
      return { title: teamName(team), text, figures, evidence: team.evidence }
    }
    case 'bridge': {
      const bridge = view.bridges.find(({ uid }) => uid === panel.uid)
      if (!bridge) return null
      const figures = [{ name: 'My hours a week', value: hours(bridge.hours_per_week) }]
      return { title: bridge.summary, text: bridge.text, figures, evidence: [bridge.uid] }
    }
    case 'company': {
      const company = view.companies.find(({ domain }) => domain === panel.domain)
      if (!company) return null
      const figures = [
        { name: 'My hours a week', value: hours(company.hours_per_week), strong: true },
        { name: 'Meetings', value: String(company.meetings) },
        { name: 'People', value: String(company.people) },
        { name: 'Last met', value: day(company.last) }
      ]
      return { title: company.domain, text: '', figures, evidence: company.evidence }
    }
    case 'zone': {
      const zone = view.time_zones.find((one) => one.zone === panel.zone)
      if (!zone) return null
      const figures = [
        { name: 'My meeting hours with people there', value: hours(zone.hours) },
        { name: 'Outside 9–17 where they are', value: hours(zone.outside_theirs_hours) },
        { name: 'Outside my working hours', value: hours(zone.outside_mine_hours) },
        { name: 'People known to be there', value: String(zone.people) }
      ]
      return { title: zoneName(zone.zone), text: zone.text, figures, evidence: [] }
    }
    default:
      return null
  }
}
