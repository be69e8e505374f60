import type { Component } from 'svelte'
import type { ScreenId, ScreenProps } from '../frame/screens'

const FOLDERS = import.meta.glob<{ default: Component<ScreenProps> }>('../screens/*/Screen.svelte')

/** A screen is loaded when it is first shown. */
export async function loadScreen(id: ScreenId) {
  return { id, Screen: (await FOLDERS[`../screens/${id}/Screen.svelte`]?.())?.default }
}
