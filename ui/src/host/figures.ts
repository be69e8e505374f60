import type { Call } from './call'
import type { Behind, EventsBehind, FiguresView, Selection } from './types'

export interface FiguresCalls {
  /** Every metric of the chosen days, when in the week meetings are, and how the free time is cut. */
  figures(selection?: Selection): Promise<FiguresView>
  /** The events of the chosen days behind a figure, a cell or a mark, the largest first. */
  behind(selection: Selection, what: Behind): Promise<EventsBehind>
}

export const figuresCalls = (call: Call): FiguresCalls => ({
  figures: (selection = {}) => call('figures', { selection }),
  behind: (selection, what) => call('behind', { selection, what })
})
