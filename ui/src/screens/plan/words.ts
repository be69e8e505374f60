import { dayWithYear, joined, moment } from '../../domain/format'
import type { ChangeAction, Touch } from '../../host/types'

const JOINED = '\u00a0'

export const ACTIONS: Record<ChangeAction, string> = {
  move: 'Move',
  shorten: 'Shorten',
  async: 'In writing',
  decline: 'Without you'
}

export const ALLOWS: Record<ChangeAction, string> = {
  move: 'may move',
  shorten: 'may be shorter',
  async: 'may go into writing',
  decline: 'may do without you'
}

export const TOUCHES: { value: Touch; label: string; about: string }[] = [
  { value: 'fixed', label: 'Stays fixed', about: 'The plan leaves it alone.' },
  { value: 'may_move', label: 'May move', about: 'To another time of its day.' },
  { value: 'may_shorten', label: 'May be shorter', about: 'Half its length, 15 minutes at least.' },
  { value: 'may_go_async', label: 'May go into writing', about: 'Notes instead of a meeting.' },
  { value: 'may_decline', label: 'May do without you', about: 'You stay away this time.' }
]

/** A sentence of the engine with its dates as people say them, figures and units together. */
export function plainly(sentence: string): string {
  const dated = sentence
    .replaceAll(/\b(\d{4}-\d{2}-\d{2}T\d{2}:\d{2})[\d:.]*(?:Z|[+-]\d{2}:\d{2})?/g, (_, wall: string) =>
      moment(wall)
    )
    .replaceAll(/\b\d{4}-\d{2}-\d{2}\b/g, dayWithYear)
  return joined(dated).replaceAll('= ', `=${JOINED}`)
}
