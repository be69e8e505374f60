import { Answer } from '../../frame/answer.svelte'
import { Panels } from '../../frame/panels.svelte'
import type { WeekwiseState } from '../../frame/state.svelte'
import { Scope } from '../../domain/scope.svelte'
import type { IsoWeek, PeopleView, Selection, TeamView } from '../../host/types'

/** What the side panel shows; ids, so that it looks its subject up again after a change. */
export type PeoplePanel =
  | { kind: 'one-on-one'; uid: string }
  | { kind: 'mentored'; address: string }
  | { kind: 'team'; team: string }
  | { kind: 'bridge'; uid: string }
  | { kind: 'company'; domain: string }
  | { kind: 'zone'; zone: string }
  | { kind: 'how'; of: 'rhythms' | 'mentoring' | 'teams' | 'zones' }
  | { kind: 'event'; key: string; week: IsoWeek }

/** What the People screen knows. */
export class People {
  readonly view = new Answer<PeopleView>()
  readonly panels = new Panels<PeoplePanel>()
  readonly scope = new Scope()
  /** How often the choice of days was asked for by key. */
  asked = $state(0)

  #app: WeekwiseState

  constructor(app: WeekwiseState) {
    this.#app = app
  }

  load = () => this.view.ask(() => this.#app.host.people(this.selection))

  get selection(): Selection {
    return this.scope.selection(this.#app.library)
  }

  /** Other days, calendars or targets. */
  rescope(): void {
    this.panels.close()
    void this.load()
  }

  /** An empty name takes the name away: the team is called by what its meetings share again. */
  async name(team: string, name: string): Promise<void> {
    const { host } = this.#app
    await this.#app.change(async () => {
      const marks = await host.marks()
      const others = marks.team_names.filter((one) => one.team !== team)
      return host.setMarks({ ...marks, team_names: name === '' ? others : [...others, { team, name }] })
    })
  }
}

export function teamName({ name, suggested_name }: TeamView): string {
  return name ?? suggested_name
}

export { cityOf as zoneName } from '../../domain/zone-name'
