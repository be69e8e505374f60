import type { StretchLength } from '../../host/types'

const WORDS: Record<StretchLength, { label: string; minutes: number }> = {
  from_4_hours: { label: '4 h and longer', minutes: 240 },
  from_3_hours: { label: '3 h', minutes: 180 },
  from_2_hours: { label: '2 h', minutes: 120 },
  from_90_minutes: { label: '1.5 h', minutes: 90 },
  from_1_hour: { label: '1 h', minutes: 60 },
  shorter: { label: 'Under 1 h', minutes: 0 }
}

/** What a class of stretches is called, and from how many minutes on it begins. */
export function stretchWords(length: StretchLength): { label: string; minutes: number } {
  return WORDS[length]
}
