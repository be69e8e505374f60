import type { Category } from '../host/types'

/** What the side panel shows. Keys, not objects: after a reload the panel looks its subject up again. */
export type Panel =
  | { kind: 'category'; category: Category }
  | { kind: 'day'; day: string }
  | { kind: 'several'; keys: string[] }
  | { kind: 'gap'; day: string; start: string }
  | { kind: 'signal'; id: string }
  | { kind: 'signals' }
  | { kind: 'advice' }
  | { kind: 'ask'; id: string }
  | { kind: 'event'; key: string; explain?: boolean; towards?: Category; day?: boolean }
  | { kind: 'hours-to-move' }
  | { kind: 'trust' }
  | { kind: 'diagnostics' }
  | { kind: 'table' }

/** Whether it means something in any week, or belongs to the one it was opened in. */
export function outlivesWeek(panel: Panel): boolean {
  return !['day', 'several', 'gap', 'signal', 'event', 'ask'].includes(panel.kind)
}
