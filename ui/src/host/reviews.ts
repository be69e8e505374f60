import type { Call } from './call'
import type {
  AskRequest,
  AsksView,
  IsoWeek,
  Library,
  LookBack,
  ReviewRequest,
  ReviewView,
  Stretch
} from './types'

/** Reviews of a week and of longer, and what was asked for (sections 6 and 8 of docs/product.md). */
export interface ReviewsCalls {
  /** A week as its review shows it; the one shown first where none is named. */
  review(week: IsoWeek | null): Promise<ReviewView>
  /** A month, a quarter or a year looked back on, for one's own eyes: with every title and name. */
  lookBack(days: Stretch): Promise<LookBack>
  /** Keeps a step of a week's review. */
  saveReview(request: ReviewRequest): Promise<Library>
  /** Whether the record of evidence quotes the line of a week’s review. */
  quoteLine(week: IsoWeek, quoted: boolean): Promise<Library>
  asks(): Promise<AsksView>
  /** Makes an ask of a change, or moves the one made of it. */
  setAsk(request: AskRequest): Promise<Library>
  /** Asks for the folder notes are written to. */
  chooseNoteFolder(): Promise<Library | null>
  /** Writes the note of a week; answers with the name of the file. */
  writeReviewNote(week: IsoWeek): Promise<string>
}

export const reviewsCalls = (call: Call): ReviewsCalls => ({
  review: (week) => call('review', { week }),
  lookBack: (days) => call('look_back', { days }),
  saveReview: (request) => call('save_review', { request }),
  quoteLine: (week, quoted) => call('quote_line', { week, quoted }),
  asks: () => call('asks'),
  setAsk: (request) => call('set_ask', { request }),
  chooseNoteFolder: () => call('choose_note_folder'),
  writeReviewNote: (week) => call('write_review_note', { week })
})
