import { addWeeks, dayOf, isoWeekOf } from '../domain/wall'
import type { EventView, GapView, IsoWeek, WeekView } from '../host/types'
import { distinct } from './distinct'
import type { WeekwiseState } from './state.svelte'

/** The events and gaps of any days, for the lists behind a mark. They come by the week; each week is asked for once. */
export class Behind {
  #app: WeekwiseState
  #revision = -1
  #weeks = new Map<IsoWeek, Promise<WeekView>>()

  constructor(app: WeekwiseState) {
    this.#app = app
  }

  week(week: IsoWeek): Promise<WeekView> {
    // What was answered before something changed is no answer any more.
    if (this.#revision !== this.#app.revision) this.#weeks.clear()
    this.#revision = this.#app.revision
    const known = this.#weeks.get(week)
    if (known) return known
    const asked = this.#app.host.week(week)
    this.#weeks.set(week, asked)
    asked.catch(() => this.#weeks.delete(week))
    return asked
  }

  /** Those that begin on one of the days, in their order; one over the turn of a week is whole again. */
  async events(from: string, to: string): Promise<EventView[]> {
    const found = new Map<string, EventView>()
    for (const view of await this.#all(from, to))
      for (const event of distinct(view.events)) {
        const day = dayOf(event.start)
        if (day < from || day > to) continue
        const before = found.get(event.key)
        found.set(event.key, before ? { ...before, minutes: before.minutes + event.minutes } : event)
      }
    return [...found.values()]
  }

  async gaps(from: string, to: string): Promise<GapView[]> {
    const days = (await this.#all(from, to)).flatMap((view) => view.days)
    return days.filter(({ day }) => day >= from && day <= to).flatMap(({ gaps }) => gaps)
  }

  async #all(from: string, to: string): Promise<WeekView[]> {
    const views: WeekView[] = []
    for (let week = isoWeekOf(from); week <= isoWeekOf(to); week = addWeeks(week, 1))
      views.push(await this.week(week))
    return views
  }
}

const BOOKS = new WeakMap<WeekwiseState, Behind>()

/** One for all screens. */
export function behind(app: WeekwiseState): Behind {
  const known = BOOKS.get(app)
  if (known) return known
  const made = new Behind(app)
  BOOKS.set(app, made)
  return made
}
