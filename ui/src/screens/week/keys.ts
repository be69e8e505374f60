import type { Key } from '../../frame/keys'
import { categoryOfKey } from '../../domain/category'
import type { WeekwiseState } from '../../frame/state.svelte'

export const KEYS: Key<WeekwiseState>[] = [
  { keys: ['T'], does: 'This week', key: 't', run: (app) => app.showToday() },
  { keys: ['J'], does: 'Next week', key: 'j', run: (app) => app.showNext() },
  { keys: ['K'], does: 'Previous week', key: 'k', run: (app) => app.showPrevious() },
  { keys: ['←', '↑', '→', '↓'], does: 'Move among days, events and gaps' },
  { keys: ['Enter'], does: 'Open what is selected' },
  { keys: ['E'], does: 'Explain the selected event', key: 'e', run: (app) => app.explainSelected() },
  {
    keys: ['1', '…', '7'],
    does: 'Category of the selected event',
    key: ['1', '2', '3', '4', '5', '6', '7'],
    run: (app, pressed) => {
      const category = categoryOfKey(pressed)
      if (category) app.answer(category)
    }
  },
  { keys: ['S'], does: 'How far a correction reaches', key: 's', run: (app) => app.correcting?.nextScope() },
  { keys: ['D'], does: 'Say what the selected event does to the day', key: 'd', run: (app) => app.sayDay() },
  { keys: ['Esc'], does: 'Close the panel', key: 'escape', run: (app) => app.close() }
]
