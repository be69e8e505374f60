import type { Key } from '../../frame/keys'
import type { Category } from '../../host/types'
import type { Trends } from './trends.svelte'

const ORDER: Category[] = ['deep_work', 'one_on_one', 'cross_team', 'review', 'strategy', 'other_work']

export const KEYS: Key<Trends>[] = [
  { keys: ['O'], does: 'Over time', key: 'o', run: (trends) => trends.show('time') },
  { keys: ['H'], does: 'Hours of the week, and free time', key: 'h', run: (trends) => trends.show('hours') },
  { keys: ['F'], does: 'All figures', key: 'f', run: (trends) => trends.show('figures') },
  {
    keys: ['P'],
    does: 'Period, calendars and targets',
    key: 'p',
    run: (trends) => (trends.asked += 1)
  },
  { keys: ['W'], does: 'Weeks', key: 'w', run: (trends) => trends.choose('week') },
  { keys: ['M'], does: 'Months', key: 'm', run: (trends) => trends.choose('month') },
  { keys: ['Q'], does: 'Quarters', key: 'q', run: (trends) => trends.choose('quarter') },
  { keys: ['1', '…', '6'], does: 'Put a category at the bottom, with its band' },
  ...ORDER.map((category, index): Key<Trends> => ({
    keys: [],
    does: '',
    key: String(index + 1),
    run: (trends) => (trends.base = category)
  })),
  { keys: ['←', '↑', '→', '↓'], does: 'Move among the marks of the charts' },
  { keys: ['Enter'], does: 'Open what is behind a mark' },
  {
    keys: ['L'],
    does: 'Lenses and priorities',
    key: 'l',
    run: (trends) => trends.panels.open({ kind: 'lenses' })
  },
  { keys: ['V'], does: 'Show as table', key: 'v', run: (trends) => (trends.table = true) },
  { keys: ['Esc'], does: 'Close the panel', key: 'escape', run: (trends) => trends.panels.close() }
]
