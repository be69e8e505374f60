import { Answer } from '../../frame/answer.svelte'
import { Panels } from '../../frame/panels.svelte'
import type { WeekwiseState } from '../../frame/state.svelte'
import { chosen } from '../../domain/chosen.svelte'
import { Scope } from '../../domain/scope.svelte'
import { daysBetween } from '../../domain/wall'
import type {
  Category,
  FiguresView,
  Grain,
  IsoWeek,
  LensesView,
  Priority,
  Selection,
  StretchLength,
  TrendPeriod,
  TrendsView
} from '../../host/types'
import type { Heat } from '../../marks/heat/heat'
import type { TimePart } from '../../marks/trends/stack'
import type { MeasureId } from './measures'
import { recorded } from './recorded'

/** What the screen shows of the chosen days. */
export type Shown = 'time' | 'hours' | 'figures'

/** What the side panel shows; ids, so that it looks its subject up again after a change. */
export type TrendsPanel =
  | { kind: 'period'; period: string }
  | { kind: 'part'; period: string; part: TimePart }
  | { kind: 'measure'; period: string; measure: MeasureId }
  | { kind: 'how'; measure: MeasureId | 'mix' }
  | { kind: 'changes'; at: string }
  | { kind: 'change'; number: number }
  | { kind: 'step'; label: string }
  | { kind: 'series'; uid: string; title: string; from: string; to: string }
  | { kind: 'hour'; weekday: number; hour: number }
  | { kind: 'stretches'; length: StretchLength }
  | { kind: 'merges' }
  | { kind: 'figure'; id: string }
  | { kind: 'lenses' }
  | { kind: 'lens'; part: string; title: string; evidence: string[] }
  | { kind: 'event'; key: string; week: IsoWeek }

/** How many weeks are shown week by week, and how many month by month: a year and a half, and six years. */
const MOST_WEEKS = { week: 78, month: 312 }

/** What the Trends screen knows. */
export class Trends {
  readonly view = new Answer<TrendsView>()
  readonly figures = new Answer<FiguresView>()
  readonly lenses = new Answer<LensesView>()
  readonly panels = new Panels<TrendsPanel>()
  readonly scope = new Scope()
  /** How often the choice of days was asked for by key. */
  asked = $state(0)
  shown = $state<Shown>('time')
  heat = $state<Heat>('meetings')
  grain = $state<Grain>('week')
  /** The category at the bottom of the stacks, with its band. */
  base = $state<Category>('deep_work')
  /** The ids of the two periods whose difference is shown; null for the last two whole ones. */
  compared = $state.raw<[string, string] | null>(null)
  table = $state(false)

  readonly periods = $derived(recorded(this.view.value?.periods ?? []))
  /** What the figures beside the charts say while nothing is pointed at. */
  readonly latest = $derived(
    this.periods.findLast((period) => !period.partial && period.mix.denominator_minutes > 0) ??
      this.periods.at(-1) ??
      null
  )

  #app: WeekwiseState

  constructor(app: WeekwiseState) {
    this.#app = app
  }

  load = () => {
    const compare = this.compared?.map((id) => this.period(id)) ?? []
    const [before, after] = compare
    return this.view.ask(() =>
      this.#app.host.trends({
        selection: this.scope.selection(this.#app.library),
        grain: this.grain,
        compare: before && after ? [days(before), days(after)] : null
      })
    )
  }

  loadFigures = () => this.figures.ask(() => this.#app.host.figures(this.selection))

  /** The days that are shown, whoever chose them: what lies behind a figure is looked for there. */
  get selection(): Selection {
    const [first, last] = [this.periods[0], this.periods.at(-1)]
    const chosen = this.scope.selection(this.#app.library)
    return { ...chosen, from: chosen.from ?? first?.from ?? null, to: chosen.to ?? last?.to ?? null }
  }

  /** Other days, calendars or targets. */
  rescope(): void {
    const days = this.#app.library && this.scope.days(this.#app.library)
    if (days) this.grain = readable(this.grain, daysBetween(days.from, days.to) / 7)
    this.compared = null
    this.panels.close()
    void this.load()
  }

  show(shown: Shown): void {
    if (shown === this.shown) return
    this.shown = shown
    this.panels.close()
  }

  choose(grain: Grain): void {
    if (grain === this.grain) return
    this.grain = grain
    this.compared = null
    this.panels.close()
    void this.load()
  }

  compare(before: string, after: string): void {
    this.compared = [before, after]
    void this.load()
  }

  period(id: string): TrendPeriod | undefined {
    return this.periods.find((period) => period.id === id)
  }

  /** The one before, for "compare with". */
  before(id: string): TrendPeriod | undefined {
    return this.periods[this.periods.findIndex((period) => period.id === id) - 1]
  }

  loadLenses = () => this.lenses.ask(() => this.#app.host.lenses(this.selection))

  async setPriorities(priorities: Priority[]): Promise<void> {
    const { host } = this.#app
    await this.#app.change(async () => host.setMarks({ ...(await host.marks()), priorities }))
  }

  /** Marks a week as unusual, or takes the mark away: it says nothing about how the time is usually spent. */
  async setUnusual(period: TrendPeriod, why: string | null): Promise<void> {
    const { host } = this.#app
    await this.#app.change(async () => {
      const marks = await host.marks()
      const week = chosen.weekOf(period.from)
      const others = marks.unusual_weeks.filter((one) => one.week !== week)
      return host.setMarks({ ...marks, unusual_weeks: why === null ? others : [...others, { week, why }] })
    })
  }
}

/** Columns that thin are no chart: many weeks are shown as months, many months as quarters. */
function readable(grain: Grain, weeks: number): Grain {
  if (grain === 'week' && weeks > MOST_WEEKS.week) return readable('month', weeks)
  return grain === 'month' && weeks > MOST_WEEKS.month ? 'quarter' : grain
}

const days = ({ from, to }: TrendPeriod) => ({ from, to })
