import type { Host } from '../host'
import type { WeekwiseState } from './state.svelte'

/** What every screen gets; its own state asks `app.host` by itself. */
export interface ScreenProps {
  app: WeekwiseState
}

/** How many things wait on a screen. A screen that has such a number says it in a `badge.ts` of its own. */
export type Badge = (host: Host) => Promise<number>

interface Screen {
  id: string
  label: string
  /** After `g`. */
  key: string
  /** Has something to show where nothing is open. */
  standsAlone?: boolean
}

const LISTED = [
  { id: 'week', label: 'Week', key: 'w' },
  { id: 'review', label: 'Review', key: 'v' },
  { id: 'look-back', label: 'Look back', key: 'l' },
  { id: 'trends', label: 'Trends', key: 't' },
  { id: 'meetings', label: 'Meetings', key: 'm' },
  { id: 'people', label: 'People', key: 'o' },
  { id: 'plan', label: 'Plan', key: 'p' },
  { id: 'evidence', label: 'Evidence', key: 'e' },
  { id: 'questions', label: 'Questions', key: 'q' },
  { id: 'rules', label: 'Rules', key: 'r', standsAlone: true },
  { id: 'sources', label: 'Sources', key: 's', standsAlone: true },
  { id: 'settings', label: 'Settings', key: ',', standsAlone: true }
] as const satisfies Screen[]

export type ScreenId = (typeof LISTED)[number]['id']

/** The screens in their order, each a folder of this name with a `Screen.svelte`. */
export const SCREENS: readonly (Screen & { id: ScreenId })[] = LISTED

export function screenOf(id: ScreenId): Screen {
  return SCREENS.find((screen) => screen.id === id) ?? LISTED[0]
}
