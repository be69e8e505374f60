import { Recording } from '../../frame/papers/recording.svelte'
import type { WeekwiseState } from '../../frame/state.svelte'
import type { Days } from '../../domain/periods'
import type { EvidenceReport, IsoWeek } from '../../host/types'

/** What the side panel shows; ids, so that it looks its subject up again after a change. */
export type EvidencePanel =
  | { kind: 'section'; id: string }
  | { kind: 'series'; section: string; uid: string }
  | { kind: 'person'; address: string }
  | { kind: 'event'; key: string; week: IsoWeek }

/** What the Evidence screen knows: a period, its record, and what of it others may read. */
export class Evidence extends Recording<EvidenceReport, EvidencePanel> {
  constructor(app: WeekwiseState) {
    super(app, {
      preview: (request) => app.host.previewEvidence(request),
      save: (request, format) => app.host.saveEvidence(request, format)
    })
  }

  protected ask(days: Days): Promise<EvidenceReport> {
    return this.app.host.evidence(days)
  }

  /** Kept with the review of the week, so that it is ticked there too. */
  quote = (week: IsoWeek, quoted: boolean): Promise<boolean> =>
    this.app.change(() => this.app.host.quoteLine(week, quoted))
}
