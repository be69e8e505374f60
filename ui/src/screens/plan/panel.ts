/** What the side panel shows; keys, so that it looks its subject up again when the plan changes. */
export type PlanPanel =
  | { kind: 'block'; id: string }
  | { kind: 'ask'; uid: string; from: string }
  | { kind: 'meeting'; key: string }
  | { kind: 'meetings' }
  | { kind: 'several'; keys: string[] }
  | { kind: 'amounts' }
  | { kind: 'difference' }
  | { kind: 'signals' }
  | { kind: 'day'; day: string }
