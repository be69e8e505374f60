import type { Attachment } from 'svelte/attachments'

const STYLE = /<style>([\s\S]*?)<\/style>/

/**
 * Shows a whole HTML document of ours inside an element, as it will look on paper: in a tree of its own, so that its style
 * and the window's leave each other alone.
 */
export function page(html: string): Attachment<HTMLElement> {
  return (host) => {
    // A style element would be refused by the window's own rules; a sheet is not.
    const style = STYLE.exec(html)?.[1] ?? ''
    const document = new DOMParser().parseFromString(html.replace(STYLE, ''), 'text/html')
    const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' })
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(onPaper(style))
    root.adoptedStyleSheets = [sheet]
    const body = host.ownerDocument.createElement('div')
    body.className = 'body'
    // It stands inside the window's own main part.
    const parts = [...document.body.childNodes].flatMap((part) =>
      part instanceof HTMLElement && part.localName === 'main' ? [...part.childNodes] : [part]
    )
    body.append(...parts.map((part) => host.ownerDocument.importNode(part, true)))
    root.replaceChildren(body)
  }
}

/** Paper is white, whatever the window is. */
function onPaper(style: string): string {
  return style
    .replaceAll(':root', ':host')
    .replaceAll('prefers-color-scheme: dark', 'not all')
    .replaceAll(/(^|[\s}])body(?=\s*\{)/g, '$1.body')
}
