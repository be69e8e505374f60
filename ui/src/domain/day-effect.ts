import type { DayEffect } from '../host/types'

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
