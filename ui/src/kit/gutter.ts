import type { Attachment } from 'svelte/attachments'

/** Says in `--gutter` how wide the space kept for the scrollbar is, so that it can be part of the margin. */
export const gutter: Attachment<HTMLElement> = (element) => {
  element.style.setProperty('--gutter', `${element.offsetWidth - element.clientWidth}px`)
}
