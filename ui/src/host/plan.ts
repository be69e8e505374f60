import type { Call } from './call'
import type { Plan, PlanWishes } from './types'

/** Deep-work blocks to protect (section 7 of docs/product.md). */
export interface PlanCalls {
  plan(wishes: PlanWishes): Promise<Plan>
  /** Shows the save dialog of the system; the file's name, or null when it was cancelled. */
  exportPlan(wishes: PlanWishes): Promise<string | null>
}

export const planCalls = (call: Call): PlanCalls => ({
  plan: (wishes) => call('plan', { wishes }),
  exportPlan: (wishes) => call('export_plan', { wishes })
})
