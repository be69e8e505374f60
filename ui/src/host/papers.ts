import type { Call } from './call'
import type {
  EvidenceReport,
  EvidenceRequest,
  PaperFormat,
  PaperPreview,
  ReportRequest,
  Selection
} from './types'

/** Reports to hand on: looked at before, then saved where the user says. */
export interface PapersCalls {
  /** What a report would say and hide. */
  previewReport(request: ReportRequest): Promise<PaperPreview>
  /** Shows the save dialog of the system; the file's name, or null when it was cancelled. */
  saveReport(request: ReportRequest, format: PaperFormat): Promise<string | null>
  /** The record of a period for one's own eyes: with every title, to choose from. */
  evidence(selection: Selection): Promise<EvidenceReport>
  previewEvidence(request: EvidenceRequest): Promise<PaperPreview>
  saveEvidence(request: EvidenceRequest, format: PaperFormat): Promise<string | null>
  /** What of a look back others would read. */
  previewLookBack(request: EvidenceRequest): Promise<PaperPreview>
  saveLookBack(request: EvidenceRequest, format: PaperFormat): Promise<string | null>
  /** Shows what was saved last in the file manager. */
  showSaved(): Promise<void>
}

export const papersCalls = (call: Call): PapersCalls => ({
  previewReport: (request) => call('preview_report', { request }),
  saveReport: (request, format) => call('save_report', { request, format }),
  evidence: (selection) => call('evidence', { selection }),
  previewEvidence: (request) => call('preview_evidence', { request }),
  saveEvidence: (request, format) => call('save_evidence', { request, format }),
  previewLookBack: (request) => call('preview_look_back', { request }),
  saveLookBack: (request, format) => call('save_look_back', { request, format }),
  showSaved: () => call('show_saved')
})
