import type { Part } from '../host/library'

/**
 * Says when something is on the screen for the first time: to the engine, whose long work waits for it, and as a mark of the
 * page's own clock, which `cargo xtask speed` reads in the real window.
 */
export function notePainted(part: Part, told: (part: Part) => unknown): void {
  const name = `weekwise ${part}`
  if (noted.has(part)) return
  noted.add(part)
  // The next frame draws it, and is over when the one after it begins.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      performance.mark(name)
      told(part)
    })
  )
}

const noted = new Set<Part>()
