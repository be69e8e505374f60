import type { Attachment } from 'svelte/attachments'

/** Tells how many children of a list lie wholly inside it, and again whenever that changes. */
export function fitting(children: number, told: (rows: number) => void): Attachment<HTMLElement> {
  return (list) => {
    if (children === 0 || typeof ResizeObserver === 'undefined') return
    const measure = () => {
      const bottom = list.getBoundingClientRect().bottom + 1
      told([...list.children].filter((child) => child.getBoundingClientRect().bottom <= bottom).length)
    }
    const observer = new ResizeObserver(measure)
    observer.observe(list)
    for (const child of list.children) observer.observe(child)
    measure()
    return () => observer.disconnect()
  }
}
