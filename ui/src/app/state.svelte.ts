import { dateRange, weekNumber } from '../domain/format'
import { addWeeks, dayOf, isoWeekOf } from '../domain/wall'
import { problemOf, type Host, type News, type Problem, type SettingsChange } from '../host'
import type { IsoWeek, Library, Mix, WeekView } from '../host/types'
import { distinct } from './distinct'
import { outlivesWeek, type Panel } from './panel'

/** Work shorter than this shows no progress: a flash would only disturb. */
const PATIENCE = 150

/** Everything the window knows, and every way it changes. Components draw it and call it. */
export class WeekwiseState {
  library = $state.raw<Library | null>(null)
  view = $state.raw<WeekView | null>(null)
  mix = $state<'week' | 'booked'>('week')
  /** The open panels, the shown one last. */
  panels = $state.raw<Panel[]>([])
  dialog = $state<'settings' | 'help' | null>(null)
  /** Names of the files being read, once that takes a while. */
  reading = $state.raw<string[] | null>(null)
  problem = $state.raw<Problem | null>(null)
  dragging = $state(false)
  /** The first answer is there, whatever it was. */
  started = $state(false)
  /** Put aside by the user until the next start. */
  meAsked = $state(false)
  /** Said to screen readers. */
  said = $state('')
  /** The event the keyboard or the pointer was on last. */
  selected = $state<string | null>(null)

  readonly panel = $derived(this.panels.at(-1) ?? null)
  readonly isEmpty = $derived(this.started && (this.library === null || this.library.files.length === 0))
  readonly shownMix = $derived<Mix | null>(
    this.view && (this.mix === 'week' ? this.view.report.week_mix : this.view.report.booked_mix)
  )

  #host: Host
  #asked = 0
  /** The week whose answer is on the way. */
  #awaited: IsoWeek | null = null
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(host: Host) {
    this.#host = host
  }

  /** Starts: what is open, its week, and the news. The answer stops listening. */
  start(): () => void {
    const stop = this.#host.listen((news) => this.#hear(news))
    const first = this.#attempt(async () => this.#opened(await this.#host.library()))
    void first.then(() => (this.started = true))
    return stop
  }

  openDemo = () => this.#import(() => this.#host.openDemo(), ['the demo calendar'])
  chooseFiles = () => this.#import(() => this.#host.chooseFiles())

  closeLibrary = () => this.#attempt(async () => this.#opened(await this.#host.closeLibrary()))

  async showWeek(week: IsoWeek | null): Promise<void> {
    const asked = ++this.#asked
    this.#awaited = week
    await this.#attempt(async () => {
      const view = await this.#host.week(week).finally(() => asked === this.#asked && (this.#awaited = null))
      // A later question has its answer on the way: this one is out of date.
      if (asked !== this.#asked) return
      const turned = this.view !== null && this.view.week !== view.week
      this.view = { ...view, events: distinct(view.events) }
      if (!turned) return
      this.selected = null
      this.panels = this.panels.filter(outlivesWeek)
      this.said = `${weekNumber(view.week)}, ${dateRange(view.from, view.to)}`
    })
  }

  showPrevious = () => this.#turn(-1)
  showNext = () => this.#turn(1)
  showToday = () => this.view && this.showWeek(isoWeekOf(dayOf(this.view.now)))

  /** Resolves to what was wrong, or null; the caller shows it where the answer was given. */
  async changeSettings(change: SettingsChange): Promise<Problem | null> {
    try {
      this.library = await this.#host.changeSettings(change)
      if (this.view) await this.showWeek(this.view.week)
      return null
    } catch (thrown) {
      return problemOf(thrown)
    }
  }

  open(panel: Panel): void {
    this.panels = [panel]
    if (panel.kind === 'event') this.selected = panel.key
  }

  /** One step deeper, with a way back. */
  deepen(panel: Panel): void {
    this.panels = [...this.panels, panel]
    if (panel.kind === 'event') this.selected = panel.key
  }

  back(): void {
    this.panels = this.panels.slice(0, -1)
  }

  close(): void {
    this.panels = []
  }

  explainSelected(): void {
    if (this.selected) this.open({ kind: 'event', key: this.selected, explain: true })
  }

  /** From the week asked for last: pressing a key quickly skips no week. */
  #turn(weeks: 1 | -1): Promise<void> | null {
    const from = this.#awaited ?? this.view?.week
    return from ? this.showWeek(addWeeks(from, weeks)) : null
  }

  async #import(ask: () => Promise<Library | null>, names?: string[]): Promise<void> {
    if (names) this.#startReading(names)
    await this.#attempt(async () => {
      const library = await ask()
      if (library) await this.#opened(library)
    })
    this.#stopReading()
  }

  async #opened(library: Library): Promise<void> {
    this.#stopReading()
    this.problem = null
    this.panels = []
    this.selected = null
    this.library = library
    if (library.files.length === 0) {
      this.view = null
      return
    }
    await this.showWeek(library.week)
  }

  async #attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (thrown) {
      this.#stopReading()
      this.problem = problemOf(thrown)
    }
  }

  #hear(news: News): void {
    if (news.kind === 'drop') this.dragging = news.phase === 'over'
    if (news.kind === 'opening') this.#startReading(news.files)
    if (news.kind === 'opened') void this.#attempt(() => this.#opened(news.library))
    if (news.kind === 'failed') {
      this.#stopReading()
      this.problem = news.problem
    }
  }

  #startReading(names: string[]): void {
    this.dragging = false
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      this.reading = names
      this.said = `Reading ${names.join(', ')}`
    }, PATIENCE)
  }

  #stopReading(): void {
    clearTimeout(this.#timer)
    this.reading = null
  }
}
