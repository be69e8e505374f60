import { untrack } from 'svelte'
import type { Badge } from '../frame/screens'
import type { WeekwiseState } from '../frame/state.svelte'

const BADGES = import.meta.glob<Badge>('../screens/*/badge.ts', { eager: true, import: 'badge' })

/** Counts anew when something changed, once the window has nothing better to do. */
export function badges(app: WeekwiseState): (() => void) | undefined {
  void app.revision
  if (app.isEmpty || !app.started) {
    app.badges = {}
    return
  }
  const timer = setTimeout(
    () => Object.entries(BADGES).forEach(([path, badge]) => void count(path, badge)),
    300
  )

  async function count(path: string, badge: Badge): Promise<void> {
    const id = path.split('/').at(-2) ?? ''
    // A screen that is shown has its number anyway, and tells it.
    if (id === untrack(() => app.screen)) return
    // A number that cannot be had is no news; the screen itself says why.
    const number = await badge(app.host).catch(() => 0)
    app.badges = { ...app.badges, [id]: number }
  }
  return () => clearTimeout(timer)
}
