// How long each step of a review takes to be shown, from its key on, in the real window (`cargo xtask speed`).

import { afterAll, expect, test } from 'vitest'

import { App, Key } from '../app.ts'

/** Milliseconds within which a step is shown. */
const LIMIT = 50
const STRICT = process.env['WEEKWISE_STRICT'] !== undefined

let app: App
afterAll(() => app?.close())

test('the steps of a review of the demo week', async () => {
  app = await App.open()
  await app.click('button', 'Open the demo calendar')
  await app.find('heading', /^Week \d+/)
  await app.press('g', 'v')
  await app.sees('What do you think the week was')
  const told: string[] = []
  // Nothing is answered, decided or written: each step is gone past.
  for (const key of [Key.ENTER, Key.ENTER, 's', Key.ENTER, 's', 's']) {
    await app.driver.executeScript(armed)
    await app.press(key)
    const [step, milliseconds] = await app.driver.executeAsyncScript<[string, number]>(
      'const done = arguments[0]; window.shown.then(done)'
    )
    told.push(`${milliseconds.toFixed(0).padStart(6)} ms  ${step} (limit ${LIMIT} ms)`)
    if (STRICT) expect.soft(milliseconds, step).toBeLessThanOrEqual(LIMIT)
  }
  console.log(`\n${told.join('\n')}\n`)
})

/** From the next key until another step is painted. */
const armed = `
  const step = () => document.querySelector('[aria-current="step"]')?.innerText.replaceAll(/\\s+/g, ' ') ?? ''
  const before = step()
  window.shown = new Promise((resolve) => {
    addEventListener('keydown', (event) => {
      const pressed = event.timeStamp
      const look = () => {
        if (step() === before) return
        observer.disconnect()
        requestAnimationFrame(() => resolve([step(), performance.now() - pressed]))
      }
      const observer = new MutationObserver(look)
      observer.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true })
    }, { once: true, capture: true })
  })
`
