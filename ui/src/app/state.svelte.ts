import { dateRange, weekNumber } from '../domain/format'
import { addWeeks, dayOf, isoWeekOf } from '../domain/wall'
import { problemOf, type Host, type News, type Problem, type SettingsChange } from '../host'
import { importWords } from '../domain/import-words'
import type { Action, Category, IsoWeek, Library, Mix, Rule, SearchHit, WeekView } from '../host/types'
import type { Correcting } from './correct/correcting.svelte'
import { distinct } from './distinct'
import { bound, type BoundKeys, type Key } from './keys'
import { outlivesWeek, type Panel } from './panel'
import { Reading } from './reading.svelte'
import { screenOf, type ScreenId } from './screens'
import { Toasts } from './toasts.svelte'

/** How long `g` waits for the letter of a screen. */
const GO_WAITS = 2000

/** Everything the window knows, and every way it changes. Components draw it and call it. */
export class WeekwiseState {
  library = $state.raw<Library | null>(null)
  view = $state.raw<WeekView | null>(null)
  mix = $state<'week' | 'booked'>('week')
  /** The open panels, the shown one last. */
  panels = $state.raw<Panel[]>([])
  dialog = $state<'settings' | 'help' | 'palette' | 'events' | null>(null)
  screen = $state<ScreenId>('week')
  /** How often a screen was gone to by keyboard: its heading takes the focus. */
  arrived = $state(0)
  /** `g` was pressed; the next letter names a screen. */
  going = $state(false)
  /** Grows whenever an answer may be different from before: screens ask again. */
  revision = $state(0)
  /** How many things wait on a screen. */
  badges = $state.raw<Partial<Record<ScreenId, number>>>({})
  /** A rule somebody began elsewhere; the Rules screen takes it up. */
  begunRule = $state.raw<Rule | null>(null)
  /** The event that is being corrected: keys answer for it. */
  correcting: Correcting | null = null
  screenKeys: BoundKeys | null = null
  readonly reading = new Reading()
  readonly toasts = new Toasts()
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

  readonly host: Host
  #kept: Partial<Record<ScreenId, unknown>> = {}
  #goTimer: ReturnType<typeof setTimeout> | undefined
  #asked = 0
  /** The week whose answer is on the way. */
  #awaited: IsoWeek | null = null

  constructor(host: Host) {
    this.host = host
  }

  /** Starts: what is open, its week, and the news. The answer stops listening. */
  start(): () => void {
    const stop = this.host.listen((news) => this.#hear(news))
    const first = this.#attempt(async () => this.#opened(await this.host.library()))
    void first.then(() => (this.started = true))
    return stop
  }

  go(screen: ScreenId, { focus = false } = {}): void {
    if (this.screen === screen) {
      if (screen === 'week') void this.showToday()
    } else {
      this.screen = screen
      this.said = screenOf(screen).label
    }
    if (focus) this.arrived += 1
  }

  awaitGo(): void {
    this.going = true
    clearTimeout(this.#goTimer)
    this.#goTimer = setTimeout(() => (this.going = false), GO_WAITS)
  }

  /** A screen's own state, made when it is first shown and kept while the window is open. */
  keep<T>(name: ScreenId, make: () => T): T {
    return (this.#kept[name] ??= make()) as T
  }

  /** The keys of the screen that is shown; the answer takes them away again. */
  useKeys<Target>(keys: Key<Target>[], target: Target): () => void {
    const mine = bound(keys, target)
    this.screenKeys = mine
    return () => {
      if (this.screenKeys === mine) this.screenKeys = null
    }
  }

  openPalette(only: 'palette' | 'events' = 'palette'): void {
    this.dialog = only
  }

  openSettings(): void {
    if (this.library) this.dialog = 'settings'
  }

  openDemo = () => this.#import(() => this.host.openDemo(), ['the demo calendar'])
  chooseFiles = () => this.#import(() => this.host.chooseFiles())
  closeLibrary = () => this.#attempt(async () => this.#opened(await this.host.closeLibrary()))

  async cancelImport(): Promise<void> {
    this.reading.cancelling = true
    await this.#attempt(() => this.host.cancelImport())
  }

  /** Asks anew what is open, after something that did not answer with it. */
  reload = () => this.change(() => this.host.library())

  async undo(): Promise<void> {
    const action = this.library?.undo
    if (!action) return this.toasts.show('Nothing to undo.')
    await this.#attempt(async () => {
      await this.#changed(await this.host.undo())
      this.toasts.show(`Undid: ${action.label}`, { label: 'Redo', run: () => this.redo() })
    })
  }

  async redo(): Promise<void> {
    const action = this.library?.redo
    if (!action) return this.toasts.show('Nothing to redo.')
    await this.#attempt(async () => {
      await this.#changed(await this.host.redo())
      this.toasts.show(`Redid: ${action.label}`, { label: 'Undo', run: () => this.undo() })
    })
  }

  /**
   * Does something that changes what is remembered, shows what it changed, and offers to undo it.
   * False where it failed; the window has said why.
   */
  async change(work: () => Promise<Library>): Promise<boolean> {
    let done = false
    await this.#attempt(async () => {
      const before = this.library?.undo ?? null
      await this.#changed(await work())
      this.#offerUndo(before)
      done = true
    })
    return done
  }

  async showWeek(week: IsoWeek | null): Promise<void> {
    const asked = ++this.#asked
    this.#awaited = week
    await this.#attempt(async () => {
      const view = await this.host.week(week).finally(() => asked === this.#asked && (this.#awaited = null))
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

  /** Where a search hit is: its week, its event. */
  async showEvent({ uid, week }: Pick<SearchHit, 'uid' | 'week'>): Promise<void> {
    this.go('week')
    if (this.view?.week !== week) await this.showWeek(week)
    const event = this.view?.events.find(({ row }) => row.uid === uid)
    if (event) this.open({ kind: 'event', key: event.key })
  }

  showPrevious = () => this.#turn(-1)
  showNext = () => this.#turn(1)
  showToday = () => this.view && this.showWeek(isoWeekOf(dayOf(this.view.now)))

  /** Resolves to what was wrong, or null; the caller shows it where the answer was given. */
  async changeSettings(change: SettingsChange): Promise<Problem | null> {
    try {
      await this.#changed(await this.host.changeSettings(change))
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

  /** What the selected event is: given at once where its panel is open, else shown with what it would change. */
  answer(category: Category): void {
    if (this.correcting) void this.correcting.decide(category)
    else if (this.selected) this.open({ kind: 'event', key: this.selected, towards: category })
  }

  /** Begins a rule; it is written on its own screen. */
  beginRule(rule: Rule): void {
    this.begunRule = rule
    this.go('rules')
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
      if (library) await this.#imported(library)
    })
    this.#stopReading()
  }

  async #imported(library: Library): Promise<void> {
    const before = this.library?.undo ?? null
    await this.#opened(library)
    const brought =
      library.imported && library.imported.calendars.length > 0 ? importWords(library.imported) : null
    this.#offerUndo(before, brought)
  }

  /** Says what was done since, and how to take it back; `words` say it better than its label. */
  #offerUndo(before: Action | null, words: string | null = null): void {
    const now = this.library?.undo
    const done = now && (now.label !== before?.label || now.at !== before.at)
    if (done) this.toasts.show(words ?? now.label, { label: 'Undo', run: () => this.undo() })
    else if (words) this.toasts.show(words)
  }

  /** Something in the library is different: the same week, the same panels, new answers. */
  async #changed(library: Library): Promise<void> {
    const emptied = library.files.length === 0
    if (emptied || !this.view) return this.#opened(library)
    this.library = library
    this.revision += 1
    await this.showWeek(this.view.week)
  }

  async #opened(library: Library): Promise<void> {
    this.#stopReading()
    this.problem = null
    this.panels = []
    this.selected = null
    this.library = library
    this.revision += 1
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
      this.#tell(problemOf(thrown))
    }
  }

  #hear(news: News): void {
    if (news.kind === 'drop') this.dragging = news.phase === 'over'
    if (news.kind === 'opening') this.#startReading(news.files)
    if (news.kind === 'progress') this.reading.reach(news.read, news.total)
    if (news.kind === 'changed') void this.change(() => Promise.resolve(news.library))
    if (news.kind === 'opened') void this.#attempt(() => this.#imported(news.library))
    if (news.kind === 'failed') {
      this.#stopReading()
      this.#tell(news.problem)
    }
  }

  /** What the user asked for is no problem. */
  #tell(problem: Problem): void {
    if (problem.code === 'cancelled') this.toasts.show('Import cancelled. Nothing was changed.')
    else if (problem.code === 'not_kept')
      this.toasts.show('Not kept: what is open is not in the library.', {
        label: 'Import…',
        run: this.chooseFiles
      })
    else this.problem = problem
  }

  #startReading(names: string[]): void {
    this.dragging = false
    this.reading.start(names, () => (this.said = `Reading ${names.join(', ')}`))
  }

  #stopReading(): void {
    this.reading.stop()
  }
}
