import type { Call } from './call'
import type { BlockTrial, Library, Plan, PlanSlot, PlanWishes } from './types'

/** Deep-work blocks to protect (section 7 of docs/product.md). */
export interface PlanCalls {
  plan(wishes: PlanWishes): Promise<Plan>
  /** What placing a block somewhere would do: what has to change for it, or why it cannot be. */
  tryBlock(wishes: PlanWishes, slot: PlanSlot): Promise<BlockTrial>
  /** What was planned with last; null where nothing is remembered. */
  planWishes(): Promise<PlanWishes | null>
  /** Remembers what is planned with; `label` says what was changed. */
  savePlan(wishes: PlanWishes, label: string): Promise<Library>
  /** Shows the save dialog of the system; the file's name, or null when it was cancelled. */
  exportPlan(wishes: PlanWishes): Promise<string | null>
}

export const planCalls = (call: Call): PlanCalls => ({
  plan: (wishes) => call('plan', { wishes }),
  tryBlock: (wishes, slot) => call('try_block', { wishes, slot }),
  planWishes: () => call('plan_wishes'),
  savePlan: (wishes, label) => call('save_plan', { wishes, label }),
  exportPlan: (wishes) => call('export_plan', { wishes })
})
