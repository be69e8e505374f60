import { Answer } from '../../frame/answer.svelte'
import { Panels } from '../../frame/panels.svelte'
import type { WeekwiseState } from '../../frame/state.svelte'
import { Scope } from '../../domain/scope.svelte'
import type { Category, Impact, IsoWeek, MeetingsView, Oddity, Selection, SeriesRow } from '../../host/types'
import { filtered, sorted, type Filter, type Show, type Sort } from './rows'

/** What the side panel shows; ids, so that it looks its subject up again after a change. */
export type MeetingsPanel =
  | { kind: 'series'; uid: string }
  | { kind: 'week'; week: IsoWeek }
  | { kind: 'changes' }
  | { kind: 'how' }
  | { kind: 'event'; key: string; week: IsoWeek }

/** What the Meetings screen knows. */
export class Meetings {
  readonly view = new Answer<MeetingsView>()
  readonly panels = new Panels<MeetingsPanel>()
  readonly scope = new Scope()
  /** How often the choice of days was asked for by key. */
  asked = $state(0)
  show = $state<Show>('recurring')
  marks = $state.raw<Oddity[]>([])
  categories = $state.raw<Category[]>([])
  words = $state('')
  by = $state<Sort>('hours')
  descending = $state(true)
  /** The forward book as a table. */
  table = $state(false)
  /** How often the field was asked for by key. */
  finding = $state(0)

  readonly filter = $derived<Filter>({
    show: this.show,
    marks: this.marks,
    categories: this.categories,
    words: this.words
  })
  readonly rows = $derived(
    sorted(filtered(this.view.value?.series ?? [], this.filter), this.by, this.descending)
  )
  readonly narrowed = $derived(this.marks.length + this.categories.length > 0 || this.words.trim() !== '')

  #app: WeekwiseState

  constructor(app: WeekwiseState) {
    this.#app = app
  }

  load = () => this.view.ask(() => this.#app.host.meetings(this.selection))

  get selection(): Selection {
    return this.scope.selection(this.#app.library)
  }

  /** Other days, calendars or targets. */
  rescope(): void {
    this.panels.close()
    void this.load()
  }

  series(uid: string): SeriesRow | undefined {
    return this.view.value?.series.find((row) => row.uid === uid)
  }

  /** A second time turns it round; figures begin with the greatest. */
  sort(by: Sort): void {
    if (this.by === by) this.descending = !this.descending
    else {
      this.by = by
      this.descending = by !== 'summary' && by !== 'next'
    }
  }

  toggleMark(mark: Oddity): void {
    this.marks = toggled(this.marks, mark)
  }

  toggleCategory(category: Category): void {
    this.categories = toggled(this.categories, category)
  }

  showEverything(): void {
    this.marks = []
    this.categories = []
    this.words = ''
  }

  find(): void {
    this.finding += 1
  }

  async judge(uid: string, impact: Impact | null): Promise<void> {
    const { host } = this.#app
    await this.#app.change(async () => {
      const marks = await host.marks()
      const others = marks.impacts.filter((one) => one.uid !== uid)
      return host.setMarks({ ...marks, impacts: impact === null ? others : [...others, { uid, impact }] })
    })
  }
}

function toggled<T>(list: T[], one: T): T[] {
  return list.includes(one) ? list.filter((other) => other !== one) : [...list, one]
}
