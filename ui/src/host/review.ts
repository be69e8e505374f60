import type { Call } from './call'
import type {
  CorrectionPreview,
  CorrectionRequest,
  DayCorrectionRequest,
  Library,
  ReviewQueue
} from './types'

/** What the user says an event really is (section 4 of docs/product.md). */
export interface ReviewCalls {
  /** The questions of the last months, most uncertain minutes first. */
  reviewQueue(): Promise<ReviewQueue>
  previewCorrection(request: CorrectionRequest): Promise<CorrectionPreview>
  correct(request: CorrectionRequest): Promise<Library>
  /** The same for what it does to the day. */
  correctDay(request: DayCorrectionRequest): Promise<Library>
}

export const reviewCalls = (call: Call): ReviewCalls => ({
  reviewQueue: () => call('review_queue'),
  previewCorrection: (request) => call('preview_correction', { request }),
  correct: (request) => call('correct', { request }),
  correctDay: (request) => call('correct_day', { request })
})
