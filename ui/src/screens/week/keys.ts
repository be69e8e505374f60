import type { Key } from '../../frame/keys'
import { categoryOfKey } from '../../domain/category'
import type { WeekwiseState } from '../../frame/state.svelte'
import type { Advice } from '../../host/types'
import { lookedAt, putAside } from './advice/advising'

/** Does something about the advice that is looked at, where there is one. */
function about(app: WeekwiseState, run: (advice: Advice) => unknown): unknown {
  const advice = app.view && lookedAt(app, app.view)
  return advice && run(advice)
}

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
  {
    keys: ['V'],
    does: 'Show the effect of the advice, or hide it',
    key: 'v',
    run: (app) => app.showEffect()
  },
  {
    keys: ['A'],
    does: 'Ask for what is advised: a message to copy',
    key: 'a',
    run: (app) => about(app, ({ id, drafts }) => drafts && app.open({ kind: 'ask', id }))
  },
  {
    keys: ['N'],
    does: 'Do not advise this again',
    key: 'n',
    run: (app) => about(app, (one) => putAside(app, one))
  },
  { keys: ['Esc'], does: 'Close the panel', key: 'escape', run: (app) => app.close() }
]
