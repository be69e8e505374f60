import empty from '../../fixtures/empty.json'
import library from '../../fixtures/library.json'
import type { Host, News, Problem, SettingsChange } from './host'
import type { IsoWeek, Library, WeekView } from './types'
import { blankWeek } from './blank'

// The engine writes these files; the window in a plain browser is fed the same answers as in the app.
const files = import.meta.glob<{ default: unknown }>('../../fixtures/weeks/*.json')
const DEMO = library as unknown as Library
const EMPTY = empty as unknown as Library

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

/** `state`: empty (nothing open), demo, error (importing fails), loading (importing never ends). */
export function memoryHost(query = new URLSearchParams(globalThis.location?.search)): Host {
  const state = query.get('state') ?? 'demo'
  let open: Library = state === 'demo' || state === 'mine' ? DEMO : EMPTY
  if (state === 'mine') {
    const me = { addresses: DEMO.candidates.slice(0, 1), guessed: true }
    open = { ...DEMO, demo: false, files: ['calendar.ics'], settings: { ...DEMO.settings, me } }
  }
  const listeners = new Set<(news: News) => void>()
  const tell = (news: News) => listeners.forEach((told) => told(news))

  async function load(name: string): Promise<Library> {
    if (state === 'error') throw UNREAD
    tell({ kind: 'opening', files: [name] })
    if (state === 'loading') return new Promise(() => undefined)
    open = DEMO
    return open
  }

  // A browser has no native drops: its own stand in for them.
  globalThis.addEventListener?.('dragover', (event) => {
    event.preventDefault()
    tell({ kind: 'drop', phase: 'over' })
  })
  globalThis.addEventListener?.('drop', (event) => {
    event.preventDefault()
    tell({ kind: 'drop', phase: 'drop' })
    load(event.dataTransfer?.files[0]?.name ?? 'calendar.ics').then(
      (library) => tell({ kind: 'opened', library }),
      (problem) => tell({ kind: 'failed', problem })
    )
  })

  return {
    library: async () => open,
    openDemo: () => load('demo.ics'),
    chooseFiles: () => load('calendar.ics'),
    closeLibrary: async () => (open = EMPTY),
    week: async (asked) => stored(asked ?? open.week),
    changeSettings: async (change) => (open = changed(open, change)),
    listen: (told) => {
      listeners.add(told)
      return () => listeners.delete(told)
    }
  }
}

async function stored(week: IsoWeek | null): Promise<WeekView> {
  const file = files[`../../fixtures/weeks/${week}.json`]
  if (file) return (await file()).default as WeekView
  const first = Object.values(files)[0]
  if (!first) throw new Error('no week in fixtures/weeks')
  const frame = (await first()).default as WeekView
  return week === null ? frame : blankWeek(frame, week)
}

function changed(library: Library, change: SettingsChange): Library {
  const settings = { ...library.settings }
  if (change.me) settings.me = { addresses: change.me, guessed: false }
  if (change.zone) settings.zone = change.zone
  if (change.count_tentative !== undefined) settings.count_tentative = change.count_tentative
  settings.profile = library.profiles.find(({ id }) => id === change.profile) ?? settings.profile
  return { ...library, settings }
}
