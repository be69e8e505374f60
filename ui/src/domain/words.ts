import type { BandEffect, CategoryShare, EventView, Kind, NotCounted, Response } from '../host/types'
import { categoryLabel } from './category'
import { effectDoes, takesWords } from './day-effect'
import { count, length, longDay, share, signedHours, spokenWhen } from './format'

const NOT_COUNTED: Record<NotCounted, string> = {
  cancelled: 'It was cancelled',
  declined: 'The invitation was declined',
  free: 'It is shown as free',
  all_day: 'It lasts the whole day',
  twelve_hours_or_longer: 'It lasts 12 h or longer',
  personal: 'It is personal time',
  not_held: 'It does not take place',
  note: 'It is a note and takes no time',
  duplicate: 'It is in another calendar too, and counted there',
  no_length: 'It has no length',
  left_out: 'One of your rules leaves it out',
  tentative: 'It is not promised, and such meetings are set not to count'
}

const RESPONSES: Record<Response, string> = {
  accepted: 'Accepted',
  declined: 'Declined',
  tentative: 'Tentative',
  needs_action: 'No answer yet',
  delegated: 'Delegated',
  unknown: 'Not in the file'
}

export function notCountedWords(reason: NotCounted | null): string {
  return reason === null ? 'It is not counted' : NOT_COUNTED[reason]
}

export function responseWords(response: Response): string {
  return RESPONSES[response]
}

/** `design_review` → `design review`; the few that do not read well by themselves are named. */
export function kindWords(kind: Kind): string {
  const named: Partial<Record<Kind, string>> = {
    one_on_one: '1:1',
    skip_level: 'skip-level 1:1',
    cross_team_sync: 'cross-team sync',
    rfc_review: 'RFC review',
    post_mortem: 'post-mortem',
    standup: 'stand-up',
    all_hands: 'all-hands',
    on_call: 'on-call',
    private: 'private time'
  }
  return named[kind] ?? kind.replaceAll('_', ' ')
}

export function confidenceWords(confidence: number): string {
  if (confidence >= 0.9) return 'Sure'
  if (confidence >= 0.75) return 'Likely'
  if (confidence >= 0.6) return 'Probably'
  return 'A guess'
}

/** `−0.8 h`, `in band`, `no target`. */
export function bandWords(row: Pick<CategoryShare, 'status' | 'low' | 'gap_hours'>): string {
  if (row.status === 'untargeted' || row.low === null) return 'no target'
  if (row.status === 'within') return 'in band'
  return signedHours(row.gap_hours)
}

/** For whoever does not see the bar: the band, and what was guessed. */
export function besideWords(row: Pick<CategoryShare, 'low' | 'high'> & { guess?: number | null }): string {
  const { low, high, guess = null } = row
  const band = low === null || high === null ? '' : `target ${share(low)} to ${share(high)}`
  return [band, guess === null ? '' : `guessed ${share(guess)}`].filter(Boolean).join(', ')
}

/** What a screen reader hears for an event in the grid. */
export function eventWords(event: EventView): string {
  const { row } = event
  const said = [
    row.summary || 'No title',
    spokenWhen(event.start, event.end, row.all_day),
    categoryLabel(row.category)
  ]
  if (row.people === null) said.push('people unknown')
  else if (row.people > 1) said.push(count(row.people, 'person', 'people'))
  if (!row.counted) said.push(`not counted: ${notCountedWords(row.not_counted_because).toLowerCase()}`)
  if (event.day.effect === 'break' || event.day.effect === 'off')
    said.push(event.day.part ? takesWords(event.day) : effectDoes(event.day.effect))
  if (event.tentative) said.push('tentative')
  if (event.conflict) said.push('overlaps another event')
  return said.join(', ')
}

/** `−0.8 → in`, `+4.3 → +3.1`: hours outside the band before and after a change; empty where it moves nothing. */
export function bandAfterWords({ gap_hours_before, gap_hours_after, status_after }: BandEffect): string {
  const plain = (value: number) => signedHours(value).replace(/\sh$/, '')
  const [before, after] = [plain(gap_hours_before), plain(gap_hours_after)]
  if (status_after === 'untargeted' || before === after) return ''
  return `${gap_hours_before === 0 ? 'in' : before} → ${status_after === 'within' ? 'in' : after}`
}

/** `after`: what a change that is shown does to it. */
export function shareWords(row: CategoryShare, after?: BandEffect): string {
  const target =
    row.low === null || row.high === null ? 'no target' : `target ${share(row.low)} to ${share(row.high)}`
  const gap = row.status === 'under' || row.status === 'over' ? `, ${bandWords(row)}` : ''
  const settled = row.status === 'within' ? ', in band' : ''
  const moved = after && share(after.share_after) !== share(row.share)
  const then = moved ? `, ${share(after.share_after)} after the change` : ''
  return `${categoryLabel(row.category)}, ${share(row.share)}, ${target}${gap}${settled}${then}`
}

export function gapWords(day: string, kind: 'open_focus' | 'fragment', minutes: number): string {
  return `${length(minutes)} free on ${longDay(day)}, ${kind === 'open_focus' ? 'open focus' : 'a fragment'}`
}
