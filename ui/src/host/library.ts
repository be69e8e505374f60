import type { Call } from './call'
import type { Display, KindMapping, Library, LocalModel, Reminder } from './types'

/** What can be on the screen for the first time. */
export type Part = 'frame' | 'week' | 'reading'

/** What is open, and the way back. Whatever changes it answers with what is open afterwards. */
export interface LibraryCalls {
  /** Says that the window listens; the names of files that were given at start, which are imported from now on. */
  begin(): Promise<string[]>
  /** Says that something is on the screen for the first time: long work at start waits for it. */
  painted(part: Part): Promise<void>
  library(): Promise<Library>
  openDemo(): Promise<Library>
  /** Shows the file dialog of the system; null when it was cancelled. */
  chooseFiles(): Promise<Library | null>
  /** Puts away the demo. */
  closeLibrary(): Promise<Library>
  cancelImport(): Promise<void>
  changeSettings(change: SettingsChange): Promise<Library>
  undo(): Promise<Library>
  redo(): Promise<Library>
}

/** Only what is to change; the rest stays. */
export interface SettingsChange {
  me?: string[]
  zone?: string
  /** `09:00-12:00,13:00-17:00`, or by days: `Mon-Thu 09:00-17:00; Fri 09:00-12:30` */
  hours?: string
  /** The id of a profile. */
  profile?: string
  count_tentative?: boolean
  /** 60 to 240. */
  focus_minutes?: number
  /** All kinds that are not where they usually are. */
  kinds?: KindMapping
  display?: Display
  /** The model on this computer that may answer questions, and whether it may. */
  local_model?: LocalModel
  /** Whether and when it is said that a week is ready to be reviewed. */
  reminder?: Reminder
}

export const libraryCalls = (call: Call): LibraryCalls => ({
  begin: () => call('begin'),
  painted: (part) => call('painted', { part }),
  library: () => call('library'),
  openDemo: () => call('open_demo'),
  chooseFiles: () => call('choose_files'),
  closeLibrary: () => call('close_library'),
  cancelImport: () => call('cancel_import'),
  changeSettings: (change) => call('change_settings', { change }),
  undo: () => call('undo'),
  redo: () => call('redo')
})
