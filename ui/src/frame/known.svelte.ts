import { Scope } from '../domain/scope.svelte'
import type { Problem } from '../host'
import type { Introduction, IsoWeek, Library, Mix, WeekView } from '../host/types'
import { Frame } from './frame.svelte'
import { Reading } from './reading.svelte'
import { Toasts } from './toasts.svelte'

/** What the host answered last, and how far its work is. */
export abstract class Known extends Frame {
  library = $state.raw<Library | null>(null)
  view = $state.raw<WeekView | null>(null)
  /** The week whose answer is on the way: its name is shown before what is in it. */
  awaited = $state<IsoWeek | null>(null)
  mix = $state<'week' | 'booked'>('week')
  /** The calendars the week is about. */
  readonly scope = new Scope()
  /** Grows whenever an answer may be different from before: screens ask again. */
  revision = $state(0)
  readonly reading = new Reading()
  readonly toasts = new Toasts()
  problem = $state.raw<Problem | null>(null)
  /** The first answer is there, whatever it was. */
  started = $state(false)
  /** Files that were given at start are being read: an empty library is about to have something in it. */
  filesFollow = $state(false)

  readonly holdsNothing = $derived(this.library === null || this.library.files.length === 0)
  readonly isEmpty = $derived(this.started && !this.filesFollow && this.holdsNothing)
  /** What was read about who and when, as long as nobody said whether it is right. Hidden names cannot be judged. */
  readonly introduction = $derived<Introduction | null>(
    this.library?.introduction?.open && !this.library.hides_titles && !this.introducedLater
      ? this.library.introduction
      : null
  )
  readonly shownMix = $derived<Mix | null>(
    this.view && (this.mix === 'week' ? this.view.report.week_mix : this.view.report.booked_mix)
  )
}
