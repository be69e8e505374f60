import type { Host } from './host'
import { tauriHost } from './tauri'

/** The app's host inside Tauri; in a browser build the fixture-fed one. */
export async function findHost(): Promise<Host> {
  const inApp = '__TAURI_INTERNALS__' in globalThis
  if (!inApp && import.meta.env.MODE !== 'production') return (await import('./memory')).memoryHost()
  return tauriHost()
}

export type { Host, News, Problem } from './host'
export type { SettingsChange } from './library'
export { problemOf } from './host'
