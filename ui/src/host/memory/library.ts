import empty from '../../../fixtures/empty.json'
import library from '../../../fixtures/library.json'
import type { Problem } from '../host'
import type { LibraryCalls, SettingsChange } from '../library'
import type { Library } from '../types'
import type { World } from './world'

// The engine writes these files; the window in a plain browser is fed the same answers as in the app.
export const DEMO = library as unknown as Library
export const EMPTY = empty as unknown as Library

const UNREAD: Problem = {
  code: 'nothing_read',
  message: 'No events could be read from “notes.txt”.',
  diagnostics: [
    {
      file: 'notes.txt',
      line: 1,
      uid: null,
      code: 'no-calendar',
      problem: 'there is no BEGIN:VCALENDAR',
      remedy: 'nothing was read from it',
      outcome: 'left_out'
    }
  ]
}
const CANCELLED: Problem = { code: 'cancelled', message: 'The import was cancelled.', diagnostics: [] }

/** What is open at the start, by the name of the state. */
export function opening(state: string): Library {
  if (state === 'mine' || state === 'trouble') {
    const me = { addresses: DEMO.candidates.slice(0, 1), guessed: true }
    // A second calendar, so that there is something to choose; nothing is in it.
    const calendars = [...DEMO.calendars, { id: 1, name: 'Family' }]
    const mine = { ...DEMO, calendars, demo: false, stored: true, files: ['calendar.ics'] }
    const trouble =
      state === 'trouble'
        ? {
            kind: 'damaged' as const,
            message:
              'The file is damaged in one place. It was not changed; the calendars below were read from it.',
            backups: [{ name: 'weekwise-2026-11-09T08-58.sqlite', bytes: 1_863_680 }]
          }
        : null
    return { ...mine, trouble, settings: { ...DEMO.settings, me } }
  }
  return ['empty', 'error', 'loading'].includes(state) ? EMPTY : DEMO
}

export function libraryOf(world: World): LibraryCalls {
  let stop: (() => void) | null = null

  async function load(name: string, opened: Library): Promise<Library> {
    if (world.state === 'error') throw UNREAD
    world.tell({ kind: 'opening', files: [name] })
    if (world.state !== 'loading') return opened
    world.tell({ kind: 'progress', read: 4_400_000, total: 10_000_000 })
    return new Promise((_, reject) => (stop = () => reject(CANCELLED)))
  }
  const imported = (name: string) =>
    load(name, DEMO).then((opened) => world.act(`Import ${name}`, () => (world.library = opened)))

  // A browser has no native drops: its own stand in for them.
  globalThis.addEventListener?.('dragover', (event) => {
    event.preventDefault()
    world.tell({ kind: 'drop', phase: 'over' })
  })
  globalThis.addEventListener?.('drop', (event) => {
    event.preventDefault()
    world.tell({ kind: 'drop', phase: 'drop' })
    imported(event.dataTransfer?.files[0]?.name ?? 'calendar.ics').then(
      (library) => world.tell({ kind: 'opened', library }),
      (problem) => world.tell({ kind: 'failed', problem })
    )
  })

  return {
    library: async () => world.library,
    openDemo: async () => (world.library = await load('demo.ics', DEMO)),
    chooseFiles: () => imported('calendar.ics'),
    closeLibrary: async () => (world.library = EMPTY),
    cancelImport: async () => stop?.(),
    changeSettings: async (change) => (world.library = changed(world.library, change)),
    undo: async () => world.undo(),
    redo: async () => world.redo()
  }
}

function changed(library: Library, change: SettingsChange): Library {
  const settings = { ...library.settings }
  if (change.me) settings.me = { addresses: change.me, guessed: false }
  if (change.zone) settings.zone = change.zone
  if (change.count_tentative !== undefined) settings.count_tentative = change.count_tentative
  settings.profile = library.profiles.find(({ id }) => id === change.profile) ?? settings.profile
  return { ...library, settings }
}
