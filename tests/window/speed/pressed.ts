// What happens on a page after a key: when anything is painted, when nothing changes any more.

import type { App } from '../app.ts'

/** After how many milliseconds the first change was painted, the last one, and the first that something watched for took. */
export interface Pressed {
  first: number
  rest: number
  watched: number
}

/** Nothing has changed for so long: the page is at rest. */
const STILL = 500

/** Listens for the next key. `watched`: an element whose text is watched for a change. */
const LISTEN = `
  const read = () => arguments[0] ? document.querySelector(arguments[0])?.textContent ?? '' : ''
  const before = read()
  const seen = { key: null, first: null, last: null, watched: null }
  window.__seen?.observer.disconnect()
  addEventListener('keydown', (event) => { seen.key = event.timeStamp }, { capture: true, once: true })
  const observer = new MutationObserver(() => {
    if (seen.key === null) return
    const changed = seen.watched === null && read() !== before
    requestAnimationFrame(() => {
      // What comes after the frame of the change: by then it is drawn.
      const channel = new MessageChannel()
      channel.port1.onmessage = () => {
        const now = performance.now()
        seen.first ??= now
        seen.last = now
        if (changed) seen.watched ??= now
      }
      channel.port2.postMessage(null)
    })
  })
  observer.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true })
  window.__seen = { seen, observer }
`

const LOOK = `
  const { seen } = window.__seen
  return seen.last !== null && performance.now() - seen.last > ${STILL}
    ? [seen.first - seen.key, seen.last - seen.key, (seen.watched ?? NaN) - seen.key]
    : null
`

/** Presses keys, measuring from the last of them. */
export async function pressed(app: App, keys: string[], watched?: string): Promise<Pressed> {
  const last = keys.at(-1) ?? ''
  await app.press(...keys.slice(0, -1))
  await app.driver.executeScript(LISTEN, watched ?? null)
  await app.press(last)
  const seen = await app.driver.wait(() => app.driver.executeScript<(number | null)[] | null>(LOOK), 30_000)
  const [first, rest, took] = seen ?? []
  return { first: first ?? NaN, rest: rest ?? NaN, watched: took ?? NaN }
}
