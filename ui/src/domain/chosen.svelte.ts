import type { Category, Display, Kind, KindView, Library, TitleTag } from '../host/types'
import { addDays, isoWeekOf, mondayOf } from './wall'

/** How times and weeks are written until the engine says otherwise. */
const USUAL: Display = { twelve_hours: false, first_day: 'monday', week_numbers: true }

const AHEAD: Record<Display['first_day'], number> = { monday: 0, sunday: 1, saturday: 2 }

/**
 * What the user chose that every text depends on: how times are written, which category kinds belong to. The engine says it
 * with what is open; texts made of it follow by themselves.
 */
class Chosen {
  display = $state.raw<Display>(USUAL)
  kinds = $state.raw<KindView[]>([])
  tags = $state.raw<TitleTag[]>([])

  hear({ settings, kinds, tags }: Pick<Library, 'settings' | 'kinds' | 'tags'>): void {
    this.display = settings.display
    this.kinds = kinds
    this.tags = tags
  }

  categoryOf(kind: Kind): Category {
    return this.kinds.find((one) => one.kind === kind)?.category ?? 'other_work'
  }

  kindsOf(category: Category): Kind[] {
    return this.kinds.filter((one) => one.category === category).map(({ kind }) => kind)
  }

  /** The week a day lies in. */
  weekOf(day: string): string {
    return isoWeekOf(addDays(day, AHEAD[this.display.first_day]))
  }

  /** The first of the seven days of a week. */
  firstOf(week: string): string {
    return addDays(mondayOf(week), -AHEAD[this.display.first_day])
  }
}

export const chosen = new Chosen()
