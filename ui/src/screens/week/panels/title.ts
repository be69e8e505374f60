import type { Panel } from '../../../frame/panel'
import { categoryLabel } from '../../../domain/category'
import { length, longDay } from '../../../domain/format'
import type { WeekView } from '../../../host/types'

export function titleOf(panel: Panel, view: WeekView): string {
  switch (panel.kind) {
    case 'category':
      return categoryLabel(panel.category)
    case 'day':
      return longDay(panel.day)
    case 'several':
      return `${panel.keys.length} events at the same time`
    case 'gap': {
      const gap = view.days.flatMap(({ gaps }) => gaps).find(({ start }) => start === panel.start)
      return gap ? `${length(gap.minutes)} free` : 'Free time'
    }
    case 'event':
      return view.events.find(({ key }) => key === panel.key)?.row.summary || 'No title'
    case 'signal':
      return view.report.signals.find(({ id }) => id === panel.id)?.subject ?? 'Signal'
    case 'signals':
      return 'Signals'
    case 'advice':
      return 'What to change'
    case 'ask':
      return 'Ask for it'
    case 'hours-to-move':
      return 'Hours to move'
    case 'trust':
      return 'What limits these figures'
    case 'diagnostics':
      return 'Problems in the files'
    case 'table':
      return 'The mix as a table'
  }
}
