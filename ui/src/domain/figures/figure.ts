import type { FiguresView, Metric } from '../../host/types'

/** A figure of a period: its name, what it is, how it is computed, and the events behind it. */
export interface Figure {
  id: string
  label: string
  group: 'Meetings' | 'Focus' | 'Days' | 'Order' | 'Series' | 'Targets'
  value: (view: FiguresView) => string
  /** The definition, for "how this is computed". */
  how: string
  /** Whose events lie behind it; free time has none. */
  metric?: Metric
  /** What it is made of, where that is more than one figure. */
  parts?: (view: FiguresView) => { name: string; value: string }[]
}
