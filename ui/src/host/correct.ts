import type { Call } from './call'
import type { CorrectionPreview, CorrectionRequest, DayCorrectionRequest, Library } from './types'

/** What the user says an event really is (section 4 of docs/product.md). */
export interface CorrectCalls {
  previewCorrection(request: CorrectionRequest): Promise<CorrectionPreview>
  correct(request: CorrectionRequest): Promise<Library>
  /** The same for what it does to the day. */
  correctDay(request: DayCorrectionRequest): Promise<Library>
}

export const correctCalls = (call: Call): CorrectCalls => ({
  previewCorrection: (request) => call('preview_correction', { request }),
  correct: (request) => call('correct', { request }),
  correctDay: (request) => call('correct_day', { request })
})
