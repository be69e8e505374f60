import type { Component } from 'svelte'
import type { WeekwiseState } from './state.svelte'

/** What every screen gets; its own state asks `app.host` by itself. */
export interface ScreenProps {
  app: WeekwiseState
}

interface Screen {
  id: string
  label: string
  /** After `g`. */
  key: string
  /** Has something to show where nothing is open. */
  standsAlone?: boolean
}

const PLANNED = [
  { id: 'week', label: 'Week', key: 'w' },
  { id: 'trends', label: 'Trends', key: 't' },
  { id: 'meetings', label: 'Meetings', key: 'm' },
  { id: 'people', label: 'People', key: 'e' },
  { id: 'plan', label: 'Plan', key: 'p' },
  { id: 'evidence', label: 'Evidence', key: 'v' },
  { id: 'review', label: 'Review queue', key: 'q' },
  { id: 'rules', label: 'Rules', key: 'r', standsAlone: true },
  { id: 'sources', label: 'Sources', key: 's', standsAlone: true },
  { id: 'settings', label: 'Settings', key: ',', standsAlone: true }
] as const satisfies Screen[]

export type ScreenId = (typeof PLANNED)[number]['id']

// A screen is a folder with a `Screen.svelte`; it is loaded when it is first shown, and listed once it exists.
const FOLDERS = import.meta.glob<{ default: Component<ScreenProps> }>('../screens/*/Screen.svelte')
const folderOf = (id: string) => FOLDERS[`../screens/${id}/Screen.svelte`]

export const SCREENS: (Screen & { id: ScreenId })[] = PLANNED.filter(({ id }) => folderOf(id))

export function screenOf(id: ScreenId): Screen & { id: ScreenId } {
  return SCREENS.find((screen) => screen.id === id) ?? { ...PLANNED[0] }
}

export async function loadScreen(id: ScreenId): Promise<Component<ScreenProps> | undefined> {
  return (await folderOf(id)?.())?.default
}
