import type { Attachment } from 'svelte/attachments'

/** Words for whoever points at it. A screen reader has them in the name already, and would say a `title` once more. */
export function tip(words: string | undefined): Attachment<HTMLElement> {
  return (element) => {
    if (!words) return
    const show = () => (element.title = words)
    const hide = () => element.removeAttribute('title')
    element.addEventListener('pointerenter', show)
    element.addEventListener('pointerleave', hide)
    return () => {
      element.removeEventListener('pointerenter', show)
      element.removeEventListener('pointerleave', hide)
      hide()
    }
  }
}
