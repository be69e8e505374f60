import type { Days } from '../../domain/periods'
import { Recording } from '../../frame/papers/recording.svelte'
import type { WeekwiseState } from '../../frame/state.svelte'
import type { IsoWeek, LookBack, Season } from '../../host/types'

/** What the side panel shows. */
export type LookBackPanel =
  { kind: 'events'; title: string; uids: string[] } | { kind: 'event'; key: string; week: IsoWeek }

/** What the Look back screen knows: a month, a quarter or a year, how it was spent, and what of it others may read. */
export class LookingBack extends Recording<LookBack, LookBackPanel> {
  constructor(app: WeekwiseState) {
    super(app, {
      preview: (request) => app.host.previewLookBack(request),
      save: (request, format) => app.host.saveLookBack(request, format)
    })
  }

  protected ask(days: Days): Promise<LookBack> {
    return this.app.host.lookBack(days)
  }

  /** True where it was kept. */
  nameSeason(season: Season): Promise<boolean> {
    return this.#change((seasons) => [...seasons, season])
  }

  removeSeason({ name, from, to }: Season): Promise<boolean> {
    const is = (one: Season) => one.name === name && one.from === from && one.to === to
    return this.#change((seasons) => seasons.filter((one) => !is(one)))
  }

  #change(change: (seasons: Season[]) => Season[]): Promise<boolean> {
    const { host } = this.app
    return this.app.change(async () => {
      const marks = await host.marks()
      return host.setMarks({ ...marks, seasons: change(marks.seasons) })
    })
  }
}
