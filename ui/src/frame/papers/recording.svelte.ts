import { periodAround, stepped, type Days, type PeriodKind } from '../../domain/periods'
import { dayOf } from '../../domain/wall'
import type { EvidenceRequest } from '../../host/types'
import { Answer } from '../answer.svelte'
import { Panels } from '../panels.svelte'
import type { WeekwiseState } from '../state.svelte'
import { Paper, type Asked } from './paper.svelte'

/** A record of some days: its period, the record itself, and what of it others may read. */
export abstract class Recording<View, Panel> {
  kind = $state<PeriodKind>('quarter')
  days = $state.raw<Days | null>(null)
  /** UIDs whose titles are shown. */
  ticked = $state.raw<string[]>([])
  /** Whether people are named. */
  names = $state(false)
  readonly view = new Answer<View>()
  readonly panels = new Panels<Panel>()
  readonly paper: Paper<EvidenceRequest>
  readonly request = $derived<EvidenceRequest | null>(
    this.days && { ...this.days, ticked: this.ticked, names: this.names }
  )
  protected readonly app: WeekwiseState

  constructor(app: WeekwiseState, paper: Asked<EvidenceRequest>) {
    this.app = app
    this.paper = new Paper(app, paper)
  }

  protected abstract ask(days: Days): Promise<View>

  /** Without a period so far: the quarter of the week that is shown. */
  load = async (): Promise<void> => {
    const shown = this.app.view
    this.days ??= shown && periodAround('quarter', dayOf(shown.from))
    const { days } = this
    if (days) await this.view.ask(() => this.ask(days))
  }

  choose = (kind: PeriodKind, days: Days): void => {
    this.kind = kind
    this.days = days
    this.panels.close()
    void this.load()
  }

  /** The period of another length that the last day of this one lies in. */
  lengthen(kind: Exclude<PeriodKind, 'days'>): void {
    if (this.days) this.choose(kind, periodAround(kind, this.days.to))
  }

  /** The period before this one, or after it. */
  step(by: 1 | -1): void {
    if (this.days && this.kind !== 'days') this.choose(this.kind, stepped(this.kind, this.days, by))
  }

  tick(uids: string[], on: boolean): void {
    const others = this.ticked.filter((uid) => !uids.includes(uid))
    this.ticked = on ? [...others, ...uids].toSorted() : others
  }

  look = (): void => {
    if (this.request) void this.paper.look(this.request)
  }
}
