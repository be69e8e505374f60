import type { SourcesCalls } from '../sources'
import type { SourcesView } from '../types'
import { EMPTY } from './library'
import type { World } from './world'

const BLANK: SourcesView = { calendars: [], history: [], folder: '', backups: [], subscriptions: [] }

export function sourcesOf(world: World): SourcesCalls {
  const view = () => world.part('sources', () => BLANK)
  return {
    sources: async () => ({ ...structuredClone(view()), history: world.history() }),
    setCalendar: async () => world.library,
    removeCalendar: async () => world.library,
    useSnapshot: async () => world.library,
    compareSnapshots: async () => ({ added: [], moved: [], cancelled: [], changed: [], removed: [] }),
    backUp: async () => ({ name: 'weekwise-2026-11-12-1420.db', bytes: 1_840_000 }),
    restoreBackup: async () => world.library,
    startAnew: async () => world.forget(EMPTY),
    exportLibrary: async (format) => `weekwise.${format}`,
    deleteAllData: async () => world.forget(EMPTY),
    subscribe: async () => Promise.reject(new Error('not in a browser')),
    unsubscribe: async () => world.library,
    refresh: async () => world.library
  }
}
