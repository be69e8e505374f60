/**
 * Notes when something was on the screen for the first time, as a mark of the page's own clock: `cargo xtask speed` reads
 * them in the real window.
 */
export function notePainted(what: 'frame' | 'week' | 'reading'): void {
  const name = `weekwise ${what}`
  if (performance.getEntriesByName(name).length > 0) return
  // The next frame draws it, and is over when the one after it begins.
  requestAnimationFrame(() => requestAnimationFrame(() => performance.mark(name)))
}
