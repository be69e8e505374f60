import type { Days, PeriodKind } from '../domain/periods'
import type { Category, Rule } from '../host/types'
import type { Correcting } from './correct/correcting.svelte'
import { bound, type BoundKeys, type Key } from './keys'
import { outlivesWeek, type Panel } from './panel'
import { screenOf, type ScreenId } from './screens'

/** How long `g` waits for the letter of a screen. */
const GO_WAITS = 2000

export type SettingsSection = 'you' | 'time' | 'targets' | 'kinds' | 'display' | 'assistants'

/** What of the window is shown, whatever the library says: the screen, its panels, a dialog over them. */
export abstract class Frame {
  screen = $state<ScreenId>('week')
  /** How often a screen was gone to by keyboard: its heading takes the focus. */
  arrived = $state(0)
  #greeted = 0
  /** `g` was pressed; the next letter names a screen. */
  going = $state(false)
  /** The open panels, the shown one last. */
  panels = $state.raw<Panel[]>([])
  readonly panel = $derived(this.panels.at(-1) ?? null)
  /** The event the keyboard or the pointer was on last. */
  selected = $state<string | null>(null)
  /** The advice that is looked at, by its id; the first of the list where none is chosen. */
  chosenAdvice = $state<string | null>(null)
  /** Whether bands and week show what it does. */
  showsEffect = $state(false)
  dialog = $state<'help' | 'palette' | 'events' | 'report' | null>(null)
  /** What the report that is asked for is about. */
  reported = $state.raw<{ kind: PeriodKind; days: Days } | null>(null)
  dragging = $state(false)
  /** How many things wait on a screen. */
  badges = $state.raw<Partial<Record<ScreenId, number>>>({})
  /** A rule somebody began elsewhere; the Rules screen takes it up. */
  begunRule = $state.raw<Rule | null>(null)
  /** The event that is being corrected: keys answer for it. */
  correcting: Correcting | null = null
  screenKeys: BoundKeys | null = null
  /** The question that is to be asked first, where another screen names one. */
  askedQuestion: string | null = null
  /** What was read about who and when is asked about later: at the next start. */
  introducedLater = $state(false)
  /** Said to screen readers. */
  said = $state('')

  /** How often the screens began anew. */
  begun = $state(0)
  /** The part of the settings that is shown. */
  openedSettings = $state<SettingsSection>('you')

  #kept: Partial<Record<ScreenId, unknown>> = {}
  #goTimer: ReturnType<typeof setTimeout> | undefined

  /** The week of today, which is gone to where the Week screen is asked for a second time. */
  abstract showToday: () => unknown

  go(screen: ScreenId, { focus = false } = {}): void {
    if (this.screen === screen) {
      if (screen === 'week') this.showToday()
    } else {
      this.screen = screen
      this.said = screenOf(screen).label
    }
    if (focus) this.arrived += 1
  }

  /** True once for each time a screen was gone to by keyboard. */
  greetsArrival(): boolean {
    const arrives = this.arrived > this.#greeted
    this.#greeted = this.arrived
    return arrives
  }

  openSettings(section = this.openedSettings): void {
    this.openedSettings = section
    this.go('settings', { focus: true })
  }

  awaitGo(): void {
    this.going = true
    clearTimeout(this.#goTimer)
    this.#goTimer = setTimeout(() => (this.going = false), GO_WAITS)
  }

  /** A screen's own state, made when it is first shown and kept while the window is open. */
  keep<T>(name: ScreenId, make: () => T): T {
    // In a root of its own: what is derived in it would end with the screen that happens to make it.
    if (!(name in this.#kept)) $effect.root(() => void (this.#kept[name] = make()))
    return this.#kept[name] as T
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

  /** Asks how a report about these days is to be handed on. */
  report(kind: PeriodKind, { from, to }: Days): void {
    this.reported = { kind, days: { from, to } }
    this.dialog = 'report'
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

  /** Opens what can be said about what the selected event does to the day. */
  sayDay(): void {
    if (this.selected) this.open({ kind: 'event', key: this.selected, day: true })
  }

  /** What the selected event is: given at once where its panel is open, else shown with what it would change. */
  answer(category: Category): void {
    if (this.correcting) void this.correcting.decide(category)
    else if (this.selected) this.open({ kind: 'event', key: this.selected, towards: category })
  }

  /** Goes where an answer's doubt is settled: to this question, or the first. */
  ask(question: string | null = null): void {
    this.askedQuestion = question
    this.go('questions', { focus: true })
  }

  /** Begins a rule; it is written on its own screen. */
  beginRule(rule: Rule): void {
    this.begunRule = rule
    this.go('rules')
  }

  /** What the screens know is out of date as a whole: each begins anew. */
  protected forgetScreens(): void {
    this.#kept = {}
    this.begun += 1
  }

  /** Shows what the advice that is looked at does, or stops showing it. */
  showEffect(shows = !this.showsEffect): void {
    this.showsEffect = shows
  }

  /** Another week is shown: what belongs to the one before goes. */
  protected leaveWeek(): void {
    this.chosenAdvice = null
    this.showsEffect = false
    this.selected = null
    this.panels = this.panels.filter(outlivesWeek)
  }

  /** Another library is open: nothing that was shown of the one before stays. */
  protected leaveLibrary(): void {
    this.chosenAdvice = null
    this.showsEffect = false
    this.selected = null
    this.panels = []
  }
}
