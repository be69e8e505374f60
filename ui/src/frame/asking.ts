import type { Ask, AskRequest, AskState } from '../host/types'
import type { WeekwiseState } from './state.svelte'

/** Where else than in the advice of a week a change is to be found. */
type Found = Partial<Pick<AskRequest, 'week' | 'wishes' | 'selection'>>

/** A step of an ask, without anything to say about it. */
export const askRequest = (id: string, state: AskState, found: Found = {}): AskRequest => ({
  week: null,
  wishes: null,
  selection: null,
  ...found,
  id,
  state,
  until: null,
  note: null
})

/** Makes an ask of a change, or moves the one made of it. */
export const setAsk = (
  app: WeekwiseState,
  id: string,
  state: AskState,
  found: Found = {}
): Promise<boolean> => app.change(() => app.host.setAsk(askRequest(id, state, found)))

/** What was made of a change, with or without a use of its time. */
export function askOf(app: WeekwiseState, id: string): Ask | undefined {
  const asks = app.library?.settings.marks.asks ?? []
  return asks.find((ask) => ask.id === id) ?? asks.find((ask) => ask.id.startsWith(`${id}:`))
}

/** The ask about one time of an event. */
export function askAt(app: WeekwiseState, uid: string, start: string): Ask | undefined {
  const at = Date.parse(start)
  const asks = app.library?.settings.marks.asks ?? []
  return asks.find(({ uid: of, once }) => of === uid && once?.from && Date.parse(once.from.start) === at)
}
