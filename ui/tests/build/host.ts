import type { Host, News, SettingsChange } from '../../src/host'
import type { LibraryCalls } from '../../src/host/library'
import type { CorrectCalls } from '../../src/host/correct'
import type { SearchCalls } from '../../src/host/search'
import type { WeekCalls } from '../../src/host/week'
import type {
  CorrectionPreview,
  CorrectionRequest,
  EventView,
  IntroductionAnswer,
  Library,
  SearchHits,
  WeekView
} from '../../src/host/types'
import { eventOn } from './event'
import { libraryOf } from './library'
import { weekOf } from './week'

/** What a test does not put in is never asked for by what it tests. */
export function hostOf(host: Partial<Host>): Host {
  return host as Host
}

/** A host that answers what a test puts in, and remembers what it was asked. */
export class TestHost
  implements LibraryCalls, WeekCalls, SearchCalls, CorrectCalls, Pick<Host, 'listen' | 'confirmIntroduction'>
{
  asked: string[] = []
  previewed: CorrectionRequest[] = []
  corrected: CorrectionRequest[] = []
  changes: SettingsChange[] = []
  confirmed: IntroductionAnswer[] = []
  open = libraryOf()
  events: EventView[] = [eventOn(1, '09:00', '10:00')]
  #told: (news: News) => void = () => undefined

  library = async () => this.open
  /** The files that were given at start. */
  given: string[] = []
  begin = async () => this.given
  painted = async () => undefined
  openDemo = async () => (this.open = libraryOf({ demo: true }))
  chooseFiles = async (): Promise<Library | null> => this.open
  closeLibrary = async () => (this.open = libraryOf({ files: [], week: null }))
  week = async (week: string | null): Promise<WeekView> => {
    this.asked.push(week ?? 'first')
    return weekOf(this.events, { week: week ?? '2026-W46' })
  }
  changeSettings = async (change: SettingsChange) => {
    this.changes.push(change)
    return (this.open = {
      ...this.open,
      settings: { ...this.open.settings, me: { addresses: change.me ?? [], guessed: false } }
    })
  }
  confirmIntroduction = async (answer: IntroductionAnswer) => {
    this.confirmed.push(answer)
    const { introduction } = this.open
    return (this.open = { ...this.open, introduction: introduction && { ...introduction, open: false } })
  }
  cancelImport = async () => undefined
  undo = async () => this.open
  redo = async () => this.open
  previewCorrection = async (request: CorrectionRequest): Promise<CorrectionPreview> => {
    this.previewed.push(request)
    return { correction: null, covers: 3, others: 1, minutes: 180, changes: [] }
  }
  correct = async (request: CorrectionRequest) => {
    this.corrected.push(request)
    return this.open
  }
  correctDay = async () => this.open
  search = async (): Promise<SearchHits> => ({ hits: [], found: 0, minutes: 0, lines: [] })
  listen(told: (news: News) => void) {
    this.#told = told
    return () => (this.#told = () => undefined)
  }
  tell(news: News) {
    this.#told(news)
  }
}
