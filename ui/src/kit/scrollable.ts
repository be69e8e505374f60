/** Where text alone is longer than its place, the keyboard can scroll it: the place takes the focus then, and only then. */
export function scrollable(place: HTMLElement): (() => void) | undefined {
  if (typeof ResizeObserver === 'undefined') return
  const measure = () => {
    const long = place.scrollHeight > place.clientHeight + 1
    if (long && !place.querySelector('button, input, select, a[href]')) place.tabIndex = 0
    else place.removeAttribute('tabindex')
  }
  const observer = new ResizeObserver(measure)
  observer.observe(place)
  for (const child of place.children) observer.observe(child)
  measure()
  return () => observer.disconnect()
}
