import { categoryLabel } from '../../../domain/category'
import { figureOf } from '../../../domain/figures'
import { clock } from '../../../domain/format'
import { WEEKDAYS } from '../../../marks/heat/heat'
import { stretchWords } from '../../../marks/stretches/stretches'
import type { TimePart } from '../../../marks/trends/stack'
import { smallChart } from '../measures'
import type { Trends, TrendsPanel } from '../trends.svelte'

export function partLabel(part: TimePart): string {
  if (part === 'open_focus') return 'Open focus'
  return part === 'fragments' ? 'Fragments' : categoryLabel(part)
}

export function titleOf(panel: TrendsPanel, trends: Trends): string {
  switch (panel.kind) {
    case 'period':
      return trends.period(panel.period)?.label ?? 'Period'
    case 'part':
      return partLabel(panel.part)
    case 'measure':
      return smallChart(panel.measure).label
    case 'how':
      return panel.measure === 'mix' ? 'The mix of a period' : smallChart(panel.measure).label
    case 'changes':
      return panel.at === ''
        ? 'Lasting changes'
        : `What changed in ${trends.period(panel.at)?.label ?? 'this period'}`
    case 'change':
      return 'What changed'
    case 'step':
      return panel.label
    case 'series':
      return panel.title || 'No title'
    case 'hour':
      return `${WEEKDAYS[panel.weekday]}, ${clock(panel.hour * 60)}–${clock(panel.hour * 60 + 60)}`
    case 'stretches':
      return `Free stretches: ${stretchWords(panel.length).label}`
    case 'merges':
      return 'One meeting apart'
    case 'figure':
      return figureOf(panel.id)?.label ?? 'Figure'
    case 'lenses':
      return 'Lenses and priorities'
    case 'lens':
      return panel.title
    case 'event':
      return 'Event'
  }
}
