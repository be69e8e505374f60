import type { Call } from './call'
import type { LensesView, Selection } from './types'

export interface LensesCalls {
  /** The same minutes by purpose, scope and leverage, and what the written priorities got. */
  lenses(selection?: Selection): Promise<LensesView>
}

export const lensesCalls = (call: Call): LensesCalls => ({
  lenses: (selection = {}) => call('lenses', { selection })
})
