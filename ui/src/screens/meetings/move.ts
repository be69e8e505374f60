/** Moves the focus among the rows of the table: from the row it is in, else to the first. */
export function moveRow(step: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')]
  const here = rows.findIndex((row) => row === document.activeElement)
  const next = rows[here < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, here + step))]
  next?.focus({ preventScroll: true })
  next?.scrollIntoView({ block: 'nearest' })
}
