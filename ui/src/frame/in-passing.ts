import type { Problem } from '../host'
import type { WeekwiseState } from './state.svelte'

/** What the user asked for himself is no problem: it is told in passing. False where it has to be told another way. */
export function toldInPassing({ code }: Problem, state: WeekwiseState): boolean {
  const { toasts } = state
  if (code === 'cancelled') toasts.show('Import cancelled. Nothing was changed.')
  else if (code === 'not_kept') {
    const action = { label: 'Import…', run: state.chooseFiles }
    toasts.show('Not kept: what is open is not in the library.', action)
  } else if (code === 'hidden') {
    const action = { label: 'Show titles', run: () => state.hideTitles(false) }
    toasts.show('Titles are hidden: show them to change this.', action)
  } else return false
  return true
}
