import type { DayEffect, DayJudgement } from '../host/types'
import { clock } from './format'
import { minuteOf } from './wall'

interface Look {
  label: string
  /** What follows from it, in a few words. */
  does: string
}

const LOOKS: Record<DayEffect, Look> = {
  work: { label: 'Work', does: 'its time counts' },
  break: { label: 'Break', does: 'takes its time from working time' },
  off: { label: 'Time off', does: 'takes working hours away' },
  note: { label: 'Note', does: 'does nothing to the day' },
  not_held: { label: 'Not held', does: 'does not take place' }
}

/** In the order they are offered. */
export const DAY_EFFECTS: DayEffect[] = ['work', 'break', 'off', 'note', 'not_held']

export function effectLabel(effect: DayEffect): string {
  return LOOKS[effect].label
}

export function effectDoes(effect: DayEffect): string {
  return LOOKS[effect].does
}

/** What a whole day takes: `time off`, `time off until 12:00`, `time off in its second half`. */
export function takesWords({ effect, part }: Pick<DayJudgement, 'effect' | 'part'>): string {
  const label = effectLabel(effect).toLowerCase()
  if (!part) return label
  if (part === 'first_half') return `${label} in its first half`
  if (part === 'second_half') return `${label} in its second half`
  const at = (time: string) => clock(minuteOf(`T${time}`))
  return 'until' in part ? `${label} until ${at(part.until)}` : `${label} from ${at(part.from)}`
}
