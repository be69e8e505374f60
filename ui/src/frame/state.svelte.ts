import { dateRange, weekNumber } from '../domain/format'
import { chosen } from '../domain/chosen.svelte'
import { addWeeks, dayOf } from '../domain/wall'
import { problemOf, type Host, type News, type Problem, type SettingsChange } from '../host'
import { importQuestion, importWords } from '../domain/import-words'
import type { Action, IntroductionAnswer, IsoWeek, Library, SearchHit } from '../host/types'
import { distinct } from './distinct'
import { toldInPassing } from './in-passing'
import { Known } from './known.svelte'

/** Everything the window knows, and every way it changes. Components draw it and call it. */
export class WeekwiseState extends Known {
  readonly host: Host
  #asked = 0
  /** What was there is shown: what came of the files that were given at start is told after it. */
  #begun: Promise<unknown> = Promise.resolve()
  /** The week whose review was asked for by name, until another week is shown. */
  toReview: IsoWeek | null = null

  constructor(host: Host) {
    super()
    this.host = host
  }

  /** Starts: what is open, its week, and the news. The answer stops listening. */
  start(): () => void {
    const stop = this.host.listen((news) => this.#hear(news))
    const given = this.#attempt(async () => {
      const names = await this.host.begin()
      this.filesFollow = names.length > 0
      if (this.filesFollow) this.#startReading(names, 0)
    })
    const first = this.#attempt(async () => this.#opened(await this.host.library()))
    this.#begun = Promise.all([given, first]).then(() => (this.started = true))
    return stop
  }

  /** Titles, names and places are exchanged for neutral words in everything the window is told, or shown again. */
  async hideTitles(hide = !this.library?.hides_titles): Promise<void> {
    await this.#attempt(async () => {
      const week = this.view?.week
      const library = await this.host.hideTitles(hide)
      // Nothing that was told before stays on the screen: it may hold a name.
      this.toasts.clear()
      this.forgetScreens()
      this.view = null
      await this.#opened(library, week)
      this.said = hide ? 'Titles and names are hidden' : 'Titles and names are shown'
    })
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
   * False where it failed; the window has said why. `listed`: what was done stands on the screen with a way back.
   */
  async change(work: () => Promise<Library>, { listed = false } = {}): Promise<boolean> {
    let done = false
    await this.#attempt(async () => {
      const before = this.library?.undo ?? null
      await this.#changed(await work())
      if (listed) this.said = `Done: ${this.library?.undo?.label ?? ''}`
      else this.#offerUndo(before)
      done = true
    })
    return done
  }

  async showWeek(week: IsoWeek | null): Promise<void> {
    const asked = ++this.#asked
    this.awaited = week
    await this.#attempt(async () => {
      const view = await this.host
        .week(week, this.library ? this.scope.chosen(this.library) : [])
        .finally(() => asked === this.#asked && (this.awaited = null))
      // A later question has its answer on the way: this one is out of date.
      if (asked !== this.#asked) return
      const turned = this.view !== null && this.view.week !== view.week
      this.view = { ...view, events: distinct(view.events) }
      if (!turned) return
      this.toReview = null
      this.leaveWeek()
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

  /** The review of this week, although it may only have begun. */
  async showReview(week: IsoWeek): Promise<void> {
    if (this.view?.week !== week) await this.showWeek(week)
    this.toReview = week
    this.revision += 1
    this.go('review', { focus: true })
  }

  showPrevious = () => this.#turn(-1)
  showNext = () => this.#turn(1)
  showToday = () => this.view && this.showWeek(chosen.weekOf(dayOf(this.view.now)))

  /** Resolves to what was wrong, or null; the caller shows it where the answer was given. */
  changeSettings = (change: SettingsChange) => this.#choose(() => this.host.changeSettings(change))
  /** The same, for all that is asked once. */
  confirmIntroduction = (answer: IntroductionAnswer) =>
    this.#choose(() => this.host.confirmIntroduction(answer))

  async #choose(work: () => Promise<Library>): Promise<Problem | null> {
    try {
      const before = this.library?.undo ?? null
      await this.#changed(await work())
      this.#offerUndo(before)
      return null
    } catch (thrown) {
      return problemOf(thrown)
    }
  }

  /** From the week asked for last: pressing a key quickly skips no week. */
  #turn(weeks: 1 | -1): Promise<void> | null {
    const from = this.awaited ?? this.view?.week
    return from ? this.showWeek(addWeeks(from, weeks)) : null
  }

  async #import(ask: () => Promise<Library | null>, names?: string[]): Promise<void> {
    if (names) this.#startReading(names)
    await this.#attempt(async () => {
      const library = await ask()
      if (library) await this.#imported(library)
    })
    this.reading.stop()
  }

  async #imported(library: Library, { imported } = library): Promise<void> {
    const before = this.library?.undo ?? null
    await this.#opened(library)
    this.filesFollow = false
    this.#offerUndo(before, imported?.calendars.length ? importWords(imported) : null)
    const asked = imported && importQuestion(imported, this.host)
    if (asked) this.toasts.show(asked.words, { label: 'Join them', run: () => this.change(asked.join) })
  }

  /** Says what was done since, and how to take it back; `words` say it better than its label. */
  #offerUndo(before: Action | null, words: string | null = null): void {
    const now = this.library?.undo
    const done = now && (now.label !== before?.label || now.at !== before.at)
    if (done) this.toasts.show(words ?? `Done: ${now.label}`, { label: 'Undo', run: () => this.undo() })
    else if (words) this.toasts.show(words)
  }

  /** Something in the library is different: the same week, the same panels, new answers. */
  async #changed(library: Library): Promise<void> {
    const emptied = library.files.length === 0
    if (emptied || !this.view) return this.#opened(library)
    this.#take(library)
    await this.showWeek(this.view.week)
  }

  async #opened(library: Library, week = library.week): Promise<void> {
    // What was given at start comes after what was there.
    if (!this.filesFollow || library.imported) this.reading.stop()
    this.problem = null
    this.leaveLibrary()
    this.#take(library)
    if (library.files.length === 0) {
      this.view = null
      return
    }
    await this.showWeek(week)
  }

  #take(library: Library): void {
    chosen.hear(library)
    this.library = library
    this.revision += 1
  }

  async #attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (thrown) {
      this.#failed(problemOf(thrown))
    }
  }

  #hear(news: News): void {
    if (news.kind === 'drop') this.dragging = news.phase === 'over'
    if (news.kind === 'opening') this.#startReading(news.files)
    if (news.kind === 'progress') this.reading.reach(news.read, news.total)
    if (news.kind === 'changed') void this.change(() => Promise.resolve(news.library))
    if (news.kind === 'opened') void this.#begun.then(() => this.#attempt(() => this.#imported(news.library)))
    if (news.kind === 'failed') void this.#begun.then(() => this.#failed(news.problem))
  }

  #failed(problem: Problem): void {
    this.filesFollow = false
    this.reading.stop()
    if (!toldInPassing(problem, this)) this.problem = problem
  }

  #startReading(names: string[], patience?: number): void {
    this.dragging = false
    this.reading.start(names, () => (this.said = `Reading ${names.join(', ')}`), patience)
  }
}
