/** The parts of the window in their order, and in each where the focus goes. */
const PARTS = [
  { part: 'nav[aria-label="Screens"]', first: '[aria-current="page"]' },
  { part: 'main', first: '[data-asks], h1[tabindex]' },
  { part: 'main [role="group"][aria-label="Week grid"]', first: '[data-stop][tabindex="0"]' },
  { part: 'aside', first: 'h2[tabindex]' }
]

/** Moves the focus to the next part that is there, or to the one before. */
export function nextPart(back: boolean): void {
  const there = PARTS.flatMap(({ part, first }) => {
    const element = document.querySelector<HTMLElement>(part)
    const target = element?.querySelector<HTMLElement>(first)
    return element && target ? [{ element, target }] : []
  })
  // The innermost that has the focus: the grid lies in the main part.
  const now = there.findLastIndex(({ element }) => element.contains(document.activeElement))
  const step = back ? -1 : 1
  const next = now < 0 ? (back ? there.length - 1 : 0) : (now + step + there.length) % there.length
  there[next]?.target.focus()
}

/** Where a skip link leads. */
export function goToPart(part: 'main' | 'grid'): void {
  const { part: selector, first } = PARTS[part === 'main' ? 1 : 2] ?? { part: 'main', first: 'h1' }
  document.querySelector<HTMLElement>(selector)?.querySelector<HTMLElement>(first)?.focus()
}
