import empty from '../../../fixtures/empty.json'
import library from '../../../fixtures/library.json'
import type { Problem } from '../host'
import type { LibraryCalls, SettingsChange } from '../library'
import type { Library, LocalModel, WorkingHours } from '../types'
import { heard, introductionOf } from './introduction'
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
  if (['mine', 'elsewhere', 'trouble'].includes(state)) {
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
    return { ...mine, trouble, introduction: introductionOf(state), settings: { ...DEMO.settings, me } }
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
    begin: async () => [],
    painted: async () => undefined,
    openDemo: async () => (world.library = await load('demo.ics', DEMO)),
    chooseFiles: () => imported('calendar.ics'),
    closeLibrary: async () => (world.library = EMPTY),
    cancelImport: async () => stop?.(),
    changeSettings: async (change) =>
      world.library.stored
        ? world.act(labelOf(change), () => (world.library = changed(world.library, change)))
        : (world.library = changed(world.library, change)),
    undo: async () => world.undo(),
    redo: async () => world.redo()
  }
}

export function changed(library: Library, change: SettingsChange): Library {
  const settings = { ...library.settings }
  if (change.me) settings.me = { addresses: change.me, guessed: false }
  if (change.zone) settings.zone = change.zone
  if (change.hours) settings.hours = hoursOf(change.hours)
  if (change.count_tentative !== undefined) settings.count_tentative = change.count_tentative
  if (change.focus_minutes) settings.focus_minutes = change.focus_minutes
  if (change.display) settings.display = change.display
  if (change.reminder) settings.reminder = change.reminder
  if (change.local_model) settings.local_model = modelOf(change.local_model)
  settings.profile = library.profiles.find(({ id }) => id === change.profile) ?? settings.profile
  const said = change.kinds ?? settings.kinds
  const kinds = library.kinds.map((one) => ({ ...one, category: said[one.kind] ?? one.usual }))
  const introduction = heard(library.introduction, change)
  return { ...library, settings: { ...settings, kinds: said }, kinds, introduction }
}

/** Only this computer is asked, as the engine has it. */
function modelOf(model: LocalModel): LocalModel {
  const bad = (message: string): Problem => ({ code: 'bad_settings', message, diagnostics: [] })
  if (model.on && !/^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?\/?$/.test(model.address))
    throw bad('this is no address of a model; one looks like http://localhost:11434')
  if (model.on && model.name.trim() === '')
    throw bad('say what the model is called, as the program that runs it does: qwen3:8b, for example')
  return { ...model, name: model.name.trim() }
}

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

/** `Mon 09:00-12:00,13:00-17:00; Tue off`: as the window writes them. */
function hoursOf(text: string): WorkingHours {
  const days = DAYS.map((day) => {
    const said = text.split('; ').find((part) => part.startsWith(day))
    const ranges = said?.slice(4) ?? ''
    if (ranges === '' || ranges === 'off') return []
    return ranges.split(',').map((range) => {
      const [start = '', end = ''] = range.split('-')
      return { start: `${start}:00`, end: end === '24:00' ? '23:59:59' : `${end}:00` }
    })
  })
  return { days: days as WorkingHours['days'] }
}

const LABELS: [keyof SettingsChange, string][] = [
  ['me', 'Change who “me” is'],
  ['zone', 'Change the time zone'],
  ['hours', 'Change the working hours'],
  ['profile', 'Change the profile'],
  ['count_tentative', 'Change what counts'],
  ['focus_minutes', 'Change the focus length'],
  ['kinds', 'Change what kinds count as'],
  ['display', 'Change how times are written'],
  ['local_model', 'Change which model may answer'],
  ['reminder', 'Change when a week is said to be ready']
]

const labelOf = (change: SettingsChange) =>
  LABELS.find(([part]) => change[part] !== undefined)?.[1] ?? 'Change the settings'
