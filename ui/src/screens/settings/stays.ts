import type { Stay } from '../../host/types'
import { dayWithYear } from '../../domain/format'
import { daysBetween } from '../../domain/wall'
import { cityOf } from '../../domain/zone-name'

/** Whoever is away for longer lives there. */
const MOST = 366

/** `16 Nov 2026 – 20 Nov 2026` */
export function daysOfStay({ first, last }: Stay): string {
  return first === last ? dayWithYear(first) : `${dayWithYear(first)} – ${dayWithYear(last)}`
}

/** Why a stay cannot be added beside the others, in words; empty where it can. Whether there is such a zone the engine says. */
export function wrongWith(stay: Stay, others: Stay[]): string {
  const { first, last, zone } = stay
  if (first === '') return 'Choose the first day.'
  if (zone === '') return 'Choose the zone you are in on these days.'
  const days = daysBetween(first, last) + 1
  if (days < 1) return 'The last day is before the first.'
  if (days > MOST) return 'That is more than a year: choose another home zone under “You” instead.'
  const there = others.find((other) => other.first <= last && first <= other.last)
  if (there)
    return `You are in ${cityOf(there.zone)} then (${daysOfStay(there)}). Remove that first, or choose other days.`
  return ''
}
