import { chosen } from '../domain/chosen.svelte'
import { addWeeks } from '../domain/wall'
import type { CalendarId, GapView, IsoWeek, WeekView } from '../host/types'
import type { WeekwiseState } from './state.svelte'

/** The weeks and gaps of any days, for the lists behind a mark. They come by the week; each week is asked for once. */
export class Behind {
  #app: WeekwiseState
  #revision = -1
  #weeks = new Map<string, Promise<WeekView>>()

  constructor(app: WeekwiseState) {
    this.#app = app
  }

  week(week: IsoWeek, calendars: CalendarId[] = []): Promise<WeekView> {
    // What was answered before something changed is no answer any more.
    if (this.#revision !== this.#app.revision) this.#weeks.clear()
    this.#revision = this.#app.revision
    const name = [week, ...calendars].join(' ')
    const known = this.#weeks.get(name)
    if (known) return known
    const asked = this.#app.host.week(week, calendars)
    this.#weeks.set(name, asked)
    asked.catch(() => this.#weeks.delete(name))
    return asked
  }

  async gaps(from: string, to: string, calendars: CalendarId[] = []): Promise<GapView[]> {
    const days = (await this.#all(from, to, calendars)).flatMap((view) => view.days)
    return days.filter(({ day }) => day >= from && day <= to).flatMap(({ gaps }) => gaps)
  }

  async #all(from: string, to: string, calendars: CalendarId[] = []): Promise<WeekView[]> {
    const views: WeekView[] = []
    for (let week = chosen.weekOf(from); week <= chosen.weekOf(to); week = addWeeks(week, 1))
      views.push(await this.week(week, calendars))
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
