import { Answer } from '../../frame/answer.svelte'
import { Panels } from '../../frame/panels.svelte'
import { Paper } from '../../frame/papers/paper.svelte'
import type { WeekwiseState } from '../../frame/state.svelte'
import { dayOf } from '../../domain/wall'
import { periodAround, type Days, type PeriodKind } from '../../domain/periods'
import type { EvidenceReport, EvidenceRequest, IsoWeek } from '../../host/types'

/** What the side panel shows; ids, so that it looks its subject up again after a change. */
export type EvidencePanel =
  | { kind: 'section'; id: string }
  | { kind: 'series'; section: string; uid: string }
  | { kind: 'person'; address: string }
  | { kind: 'event'; key: string; week: IsoWeek }

/** What the Evidence screen knows: a period, its record, and what of it others may read. */
export class Evidence {
  kind = $state<PeriodKind>('quarter')
  days = $state.raw<Days | null>(null)
  /** UIDs whose titles are shown. */
  ticked = $state.raw<string[]>([])
  /** Whether people who were mentored are named. */
  names = $state(false)
  readonly view = new Answer<EvidenceReport>()
  readonly panels = new Panels<EvidencePanel>()
  readonly paper: Paper<EvidenceRequest>
  readonly request = $derived<EvidenceRequest | null>(
    this.days && { ...this.days, ticked: this.ticked, names: this.names }
  )

  #app: WeekwiseState

  constructor(app: WeekwiseState) {
    this.#app = app
    this.paper = new Paper(app, {
      preview: (request) => app.host.previewEvidence(request),
      save: (request, format) => app.host.saveEvidence(request, format)
    })
  }

  /** Without a period so far: the quarter of the week that is shown. */
  load = async (): Promise<void> => {
    const shown = this.#app.view
    this.days ??= shown && periodAround('quarter', dayOf(shown.from))
    const { days } = this
    if (days) await this.view.ask(() => this.#app.host.evidence(days))
  }

  choose = (kind: PeriodKind, days: Days): void => {
    this.kind = kind
    this.days = days
    this.panels.close()
    void this.load()
  }

  tick(uids: string[], on: boolean): void {
    const others = this.ticked.filter((uid) => !uids.includes(uid))
    this.ticked = on ? [...others, ...uids].toSorted() : others
  }

  /** Kept with the review of the week, so that it is ticked there too. */
  quote = (week: IsoWeek, quoted: boolean): Promise<boolean> =>
    this.#app.change(() => this.#app.host.quoteLine(week, quoted))

  look = (): void => {
    if (this.request) void this.paper.look(this.request)
  }
}
