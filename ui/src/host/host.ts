import type { Diagnostic, IsoWeek, Library, WeekView } from './types'

/** What the window asks of the engine, and what it is told unasked. Screens know this and nothing of Tauri. */
export interface Host {
  library(): Promise<Library>
  openDemo(): Promise<Library>
  /** Shows the file dialog of the system; null when it was cancelled. */
  chooseFiles(): Promise<Library | null>
  closeLibrary(): Promise<Library>
  /** null: the week to show first. */
  week(week: IsoWeek | null): Promise<WeekView>
  changeSettings(change: SettingsChange): Promise<Library>
  /** Calls back for every piece of news; the answer stops it. */
  listen(told: (news: News) => void): () => void
}

/** Only what is to change; the rest stays. */
export interface SettingsChange {
  me?: string[]
  zone?: string
  /** `09:00-12:00,13:00-17:00` */
  hours?: string
  /** The id of a profile. */
  profile?: string
  count_tentative?: boolean
}

/** A file path never reaches the window: dropping is handled by the app, which only says how far it is. */
export type News =
  | { kind: 'drop'; phase: 'over' | 'leave' | 'drop' }
  | { kind: 'opening'; files: string[] }
  | { kind: 'opened'; library: Library }
  | { kind: 'failed'; problem: Problem }

export interface Problem {
  code: 'nothing_read' | 'bad_settings' | 'internal'
  message: string
  diagnostics: Diagnostic[]
}

/** Whatever was thrown, as a problem the window can show. */
export function problemOf(thrown: unknown): Problem {
  if (typeof thrown === 'object' && thrown !== null && 'code' in thrown && 'message' in thrown) {
    const { code, message, diagnostics } = thrown as Partial<Problem>
    return { code: code ?? 'internal', message: message ?? '', diagnostics: diagnostics ?? [] }
  }
  return { code: 'internal', message: String(thrown), diagnostics: [] }
}
