import { setAsk } from '../../../frame/asking'
import type { WeekwiseState } from '../../../frame/state.svelte'
import type { Advice, AskState, WeekView } from '../../../host/types'

/** The advice that is looked at: the first of the list where none was chosen. */
export function lookedAt(app: WeekwiseState, view: WeekView): Advice | null {
  const { advice } = view.report.advice
  return advice.find(({ id }) => id === app.chosenAdvice) ?? advice[0] ?? null
}

/** The advice whose effect is drawn in bands and week; none where none is asked for, or it is not on the list any more. */
export function drawn(app: WeekwiseState, view: WeekView): Advice | null {
  const looked = lookedAt(app, view)
  return app.showsEffect && app.mix === 'week' ? looked : null
}

/** Its effect in words, for whoever does not see it drawn. */
export function effectInWeek({ effect }: Advice): string {
  const goes = effect.ghosts.filter(({ to_start }) => to_start === null).map(({ title }) => title)
  const comes = effect.ghosts.filter(({ start }) => start === null).map(({ title }) => title)
  const moves = effect.ghosts.length - goes.length - comes.length
  return [
    goes.length > 0 ? `Goes from this week: ${goes.join(', ')}.` : '',
    comes.length > 0 ? `Comes into it: ${comes.join(', ')}.` : '',
    moves > 0 ? `Changes its time or purpose: ${moves}.` : ''
  ]
    .filter(Boolean)
    .join(' ')
}

/** Does not advise it again, until it is asked for. */
export const putAside = (app: WeekwiseState, advice: Advice): Promise<boolean> => ask(app, advice, 'dropped')

/** Follows it up from now on. */
export const ask = (app: WeekwiseState, { id }: Advice, state: AskState): Promise<boolean> =>
  setAsk(app, id, state, { week: app.view?.week ?? null })

/** Everything that was put aside may be advised again. */
export async function takeUpAgain(app: WeekwiseState): Promise<void> {
  const marks = await app.host.marks()
  const asks = marks.asks.filter(({ state }) => state !== 'dropped')
  await app.change(() => app.host.setMarks({ ...marks, asks }))
}
