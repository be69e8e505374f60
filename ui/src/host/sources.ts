import type { Call } from './call'
import type { Backup, CalendarSettings, Library, SnapshotChanges, SourcesView, Subscription } from './types'

export type ExportFormat = 'json' | 'ics'

/** Calendars, imports, copies and addresses (section 8 of docs/product.md, *Sources*). */
export interface SourcesCalls {
  sources(): Promise<SourcesView>
  setCalendar(key: number, settings: CalendarSettings): Promise<Library>
  removeCalendar(key: number): Promise<Library>
  /** Makes one calendar of two: `key` was the calendar `into` all the time. */
  joinCalendars(key: number, into: number): Promise<Library>
  /** Makes another import of a calendar the one that holds. */
  useSnapshot(key: number, snapshot: number): Promise<Library>
  compareSnapshots(earlier: number, later: number): Promise<SnapshotChanges>
  backUp(): Promise<Backup>
  restoreBackup(name: string): Promise<Library>
  /** Puts a library that cannot be used aside and makes a new one. */
  startAnew(): Promise<Library>
  /** Shows the save dialog of the system; the file's name, or null when it was cancelled. */
  exportLibrary(format: ExportFormat): Promise<string | null>
  /**
   * Shows the open dialog of the system and makes the library what the chosen export says, after a backup; the library
   * as it was when the dialog was cancelled.
   */
  importLibrary(): Promise<Library>
  deleteAllData(): Promise<Library>
  /**
   * The address is a secret: it is handed on and forgotten here. The system asks whether its host may be asked; null where
   * the answer was no.
   */
  subscribe(address: string): Promise<Subscription | null>
  unsubscribe(id: string): Promise<Library>
  refresh(id: string): Promise<Library>
}

export const sourcesCalls = (call: Call): SourcesCalls => ({
  sources: () => call('sources'),
  setCalendar: (key, settings) => call('set_calendar', { key, settings }),
  removeCalendar: (key) => call('remove_calendar', { key }),
  joinCalendars: (key, into) => call('join_calendars', { key, into }),
  useSnapshot: (key, snapshot) => call('use_snapshot', { key, snapshot }),
  compareSnapshots: (earlier, later) => call('compare_snapshots', { earlier, later }),
  backUp: () => call('back_up'),
  restoreBackup: (name) => call('restore_backup', { name }),
  startAnew: () => call('start_anew'),
  exportLibrary: (format) => call('export_library', { format }),
  importLibrary: () => call('import_library'),
  deleteAllData: () => call('delete_all_data'),
  subscribe: (address) => call('subscribe', { address }),
  unsubscribe: (id) => call('unsubscribe', { id }),
  refresh: (id) => call('refresh', { id })
})
