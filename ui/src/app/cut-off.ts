/** What this file gave a tooltip, so that it can take it back. */
const told = new WeakSet<HTMLElement>()

/** A text that ends in an ellipsis for want of room says the whole of itself where the pointer rests on it. */
export function tellCutOff({ target }: Event): void {
  let element = target instanceof HTMLElement ? target : null
  for (let steps = 0; element && steps < 3; steps += 1, element = element.parentElement) {
    if (!shortens(element)) continue
    const cut =
      element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1
    if (cut && !element.closest('[title]')) {
      element.title = element.textContent.trim().replaceAll(/\s+/g, ' ')
      told.add(element)
    } else if (!cut && told.delete(element)) element.removeAttribute('title')
    return
  }
}

function shortens(element: HTMLElement): boolean {
  const { textOverflow, webkitLineClamp } = getComputedStyle(element)
  return textOverflow === 'ellipsis' || (webkitLineClamp !== 'none' && webkitLineClamp !== '')
}
