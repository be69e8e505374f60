import { Answer } from '../../frame/answer.svelte'
import type { WeekwiseState } from '../../frame/state.svelte'
import { problemOf, type Problem } from '../../host'
import type { ExportFormat } from '../../host/sources'
import type {
  CalendarSettings,
  SnapshotChanges,
  SourceCalendar,
  SourcesView,
  Subscription
} from '../../host/types'

/** What the side panel shows; keys, so that it looks its subject up again after a change. */
export type SourcesPanel =
  | { kind: 'calendar'; calendar: number }
  | { kind: 'compare'; calendar: number; earlier: number; later: number }

/** What the Sources screen knows, and every way it changes what is remembered. */
export class Sources {
  readonly view = new Answer<SourcesView>()
  readonly changes = new Answer<SnapshotChanges>()
  panel = $state.raw<SourcesPanel | null>(null)
  /** What is going on that takes a while: `back_up`, `subscribe`, the id of a subscription. */
  busy = $state<string | null>(null)
  /** What was wrong with the address given last. */
  refused = $state.raw<Problem | null>(null)
  confirming = $state<'delete' | 'import' | { restore: string } | { remove: SourceCalendar } | null>(null)

  readonly calendar = $derived(
    this.view.value?.calendars.find(({ key }) => key === this.panel?.calendar) ?? null
  )

  #app: WeekwiseState

  constructor(app: WeekwiseState) {
    this.#app = app
  }

  load = () => this.view.ask(() => this.#host.sources())

  open(calendar: number): void {
    this.panel = { kind: 'calendar', calendar }
  }

  compare(calendar: number, earlier: number, later: number): void {
    this.panel = { kind: 'compare', calendar, earlier, later }
    this.changes.value = null
    void this.changes.ask(() => this.#host.compareSnapshots(earlier, later))
  }

  back(): void {
    if (this.panel) this.panel = { kind: 'calendar', calendar: this.panel.calendar }
  }

  close(): void {
    this.panel = null
  }

  set(calendar: SourceCalendar, change: Partial<CalendarSettings>): Promise<boolean> {
    const settings = { ...calendar.settings, ...change }
    return this.#app.change(() => this.#host.setCalendar(calendar.key, settings))
  }

  async remove(calendar: SourceCalendar): Promise<void> {
    if (await this.#app.change(() => this.#host.removeCalendar(calendar.key))) this.close()
  }

  async join(calendar: SourceCalendar, into: number): Promise<void> {
    if (await this.#app.change(() => this.#host.joinCalendars(calendar.key, into))) this.open(into)
  }

  use(calendar: number, snapshot: number): Promise<boolean> {
    return this.#app.change(() => this.#host.useSnapshot(calendar, snapshot))
  }

  /** The address is handed on and not kept: afterwards only its host is known. */
  async subscribe(address: string): Promise<boolean> {
    this.refused = null
    return this.#during('subscribe', async () => {
      const added = await this.#host.subscribe(address)
      if (added === null) return void this.#app.toasts.show('Not subscribed. Nothing was fetched.')
      this.#app.toasts.show(`Subscribed to ${added.host}`)
      await this.#app.reload()
    })
  }

  refresh(subscription: Subscription): Promise<boolean> {
    return this.#during(subscription.id, async () => {
      await this.#app.change(() => this.#host.refresh(subscription.id))
    })
  }

  unsubscribe(subscription: Subscription): Promise<boolean> {
    return this.#app.change(() => this.#host.unsubscribe(subscription.id))
  }

  async backUp(): Promise<void> {
    await this.#during('back_up', async () => {
      const { name } = await this.#host.backUp()
      this.#app.toasts.show(`Backed up to ${name}`)
      await this.load()
    })
  }

  async exportAs(format: ExportFormat): Promise<void> {
    await this.#during('export', async () => {
      const name = await this.#host.exportLibrary(format)
      if (name !== null) this.#app.toasts.show(`Exported to ${name}`)
    })
  }

  restore = (name: string) => this.#app.change(() => this.#host.restoreBackup(name))
  restoreExport = () => this.#app.change(() => this.#host.importLibrary())
  deleteAll = () => this.#app.change(() => this.#host.deleteAllData())

  get #host() {
    return this.#app.host
  }

  /** Says what is going on; a refused address is told beside its field, anything else by the window. */
  async #during(what: string, work: () => Promise<void>): Promise<boolean> {
    this.busy = what
    try {
      await work()
      return true
    } catch (thrown) {
      if (what === 'subscribe') this.refused = problemOf(thrown)
      else this.#app.problem = problemOf(thrown)
      return false
    } finally {
      this.busy = null
    }
  }
}
