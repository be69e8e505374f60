import type { Problem } from '../host'
import type { SourcesCalls } from '../sources'
import type { SourceCalendar, Subscription } from '../types'
import { DEMO, EMPTY } from './library'
import { changesBetween, start } from './sources-start'
import type { World } from './world'

const REFUSED: Problem = {
  code: 'bad_address',
  message: 'Only addresses that begin with https:// or webcal:// can be subscribed to.',
  diagnostics: []
}

export function sourcesOf(world: World): SourcesCalls {
  const view = () => world.part('sources', () => start(world.library))
  const calendarOf = (key: number): SourceCalendar | undefined =>
    view().calendars.find((calendar) => calendar.key === key)
  const nameOf = (key: number) => calendarOf(key)?.settings.name ?? ''

  return {
    sources: async () => {
      const now = structuredClone(view())
      return { ...now, history: [...world.history(), ...now.history] }
    },
    setCalendar: async (key, settings) =>
      world.act(`Change calendar ${nameOf(key)}`, () => {
        const calendar = calendarOf(key)
        if (calendar) calendar.settings = settings
      }),
    removeCalendar: async (key) =>
      world.act(`Remove calendar ${nameOf(key)}`, () => {
        const left = view()
        left.calendars = left.calendars.filter((calendar) => calendar.key !== key)
      }),
    joinCalendars: async (key, into) =>
      world.act(`Join ${nameOf(key)} with ${nameOf(into)}`, () => {
        const left = view()
        left.calendars = left.calendars.filter((calendar) => calendar.key !== key)
      }),
    useSnapshot: async (key, used) =>
      world.act(`Use another import of ${nameOf(key)}`, () =>
        calendarOf(key)?.snapshots.forEach((snapshot) => (snapshot.current = snapshot.key === used))
      ),
    compareSnapshots: async (earlier) => changesBetween(earlier),
    backUp: async () => {
      const backup = { name: 'weekwise-2026-11-12T10-20.sqlite', bytes: 1_912_832 }
      view().backups.unshift(backup)
      return backup
    },
    restoreBackup: async () =>
      (world.library = { ...DEMO, demo: false, stored: true, files: ['calendar.ics'] }),
    startAnew: async () => world.forget(EMPTY),
    exportLibrary: async (format) => `weekwise.${format}`,
    importLibrary: async () =>
      world.act('Restore an exported library', () => {
        view().backups.unshift({ name: 'weekwise-2026-11-12T10-20.sqlite', bytes: 1_912_832 })
      }),
    deleteAllData: async () => world.forget(EMPTY),
    subscribe: async (address) => {
      if (!/^(https|webcal):\/\/[^/]+\./.test(address)) throw REFUSED
      const added: Subscription = {
        id: `subscription-${view().subscriptions.length + 1}`,
        host: new URL(address.replace(/^webcal/, 'https')).host,
        calendar: null,
        fetched_at: '2026-11-12T10:20:00',
        due_at: '2026-11-12T11:20:00',
        every_minutes: null,
        problem: null,
        until_close: false
      }
      view().subscriptions.push(added)
      return added
    },
    unsubscribe: async (id) =>
      world.act('Unsubscribe', () => {
        const left = view()
        left.subscriptions = left.subscriptions.filter((subscription) => subscription.id !== id)
      }),
    refresh: async (id) => {
      const found = view().subscriptions.find((subscription) => subscription.id === id)
      if (found) Object.assign(found, { fetched_at: '2026-11-12T10:20:00', problem: null })
      return world.library
    }
  }
}
