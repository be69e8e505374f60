import type { Host } from '../../host'
import type { Plan, PlanSlot, PlanWishes } from '../../host/types'
import type { Misfit } from './fits'
import type { NamedBlock } from './named-blocks'
import { sameSlot, slotOf, within, type RefusedSlot, type Slot } from './slots'
import { plainly } from './words'

/** What the user placed and the plan that answers it does not hold, each with the engine's reason. */
export function refusedOf(plan: Plan, said: { locked: Slot[]; added: Slot[] }): RefusedSlot[] {
  const held = plan.blocks.map(slotOf)
  return [...said.locked, ...said.added]
    .filter((slot) => !held.some((block) => within(slot, block)))
    .map((slot) => ({
      slot,
      because: plan.refused.find((one) => sameSlot(slotOf(one.slot), slot))?.because ?? ''
    }))
}

/** What the engine says of a block there: why it cannot be, or what has to change for it; null where nothing has to. */
export async function tried(
  host: Host,
  wishes: PlanWishes,
  slot: PlanSlot,
  block: NamedBlock | null
): Promise<Misfit | null> {
  const others = (slots: PlanSlot[]) =>
    slots.filter((one) => block === null || !sameSlot(slotOf(one), block.slot))
  const { locked, added } = wishes
  const trial = await host.tryBlock({ ...wishes, locked: others(locked), added: others(added) }, slot)
  if (trial.refused !== null) return { barred: true, text: trial.refused }
  return trial.changes.length > 0 ? { barred: false, text: plainly(trial.text.replace(/\.$/, '')) } : null
}
