import { periodName, type PeriodKind } from '../../domain/periods'
import { daysBetween } from '../../domain/wall'
import type { EvidenceRequest, LookBack, Stretch } from '../types'
import { noted } from './marks'
import type { World } from './world'

/** `?state=little`: days of which nothing is told. */
export async function lookedBack(world: World, { from, to }: Stretch): Promise<LookBack> {
  const file = await import('../../../fixtures/look-back.json')
  const fixture = structuredClone(file.default) as unknown as LookBack
  const name = periodName(kindOf(from, to), { from, to })
  if (world.state === 'little') return blank(fixture, name, from, to)
  const [season] = fixture.seasons
  const own = noted(world).seasons.map((one) => ({
    ...one,
    told: one,
    mix: season?.mix ?? null,
    middle: null
  }))
  const seasons = [...fixture.seasons, ...own].toSorted((a, b) => a.from.localeCompare(b.from))
  return { ...fixture, title: `How I spent ${name}`, from, to, told: { from, to }, seasons }
}

function kindOf(from: string, to: string): PeriodKind {
  const days = daysBetween(from, to)
  return days > 300 ? 'year' : days > 80 ? 'quarter' : days > 20 ? 'month' : 'days'
}

function blank(fixture: LookBack, name: string, from: string, to: string): LookBack {
  return {
    ...fixture,
    ...{
      title: `How I spent ${name}`,
      from,
      to,
      told: null,
      headline: `${name} is still to come.`,
      lead: ''
    },
    ...{ mix: null, days: null, middle: null, weeks: [], weeks_text: '', seasons: [], series_text: '' },
    ...{ began: [], ended: [], left: [], record: [], guesses: null, lines: [], notes: [] },
    people: { met: 0, one_on_ones: [], mentored: [], text: '' }
  }
}

/** As the engine says it, in short: titles of what is ticked, names where they are wanted. */
export function sharedWords(
  { title, headline, lead, began, ended, people, lines }: LookBack,
  { ticked, names }: EvidenceRequest
): string {
  const named = [...began, ...ended].map((one) => (ticked.includes(one.uid) ? one.title : 'One of a kind'))
  const met = people.one_on_ones.map(({ name }, index) => (names ? name : `Person ${index + 1}`))
  const quoted = lines.filter((line) => line.quoted).map(({ week, line }) => `${week}: ${line}`)
  return [title, headline, lead, ...named, ...met, ...quoted].join('\n')
}
