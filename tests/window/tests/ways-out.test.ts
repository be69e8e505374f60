// What is in the window cannot leave it: the page is led nowhere else, opens nothing and fetches nothing, also where
// something in it tried to.

import { createServer, type AddressInfo, type Server } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'

import { App } from '../app.ts'
import { answerQuestion, dialogs } from '../desktop.ts'

/** How long something gets that tries to leave. */
const PATIENCE = 400

let app: App
/** Listens, and counts who calls: a connection is a way out already. */
let server: Server
let calls = 0

beforeAll(async () => {
  server = createServer((socket) => {
    calls += 1
    socket.destroy()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterAll(() => server.close())
beforeEach(() => (calls = 0))
afterEach(() => app?.close())

const WAYS_OUT = {
  'another address': 'location.href = there',
  'another address in place of this one': 'location.replace(there)',
  'a new window': 'window.open(there)',
  'a link': 'click({ href: there })',
  'a link to a new window': "click({ href: there, target: '_blank' })",
  'a link to be saved': "click({ href: there, download: 'week.txt' })",
  'a link that tells somebody': "click({ href: '#', ping: there })",
  'a form': "add('form', { action: there, method: 'post' }).submit()",
  'a frame': "add('iframe', { src: there })",
  'an object': "add('object', { data: there })",
  'a picture': "add('img', { src: there })",
  'a sheet of styles': "add('link', { rel: 'stylesheet', href: there })",
  'a connection beforehand': "add('link', { rel: 'preconnect', href: there })",
  'a page beforehand': "add('link', { rel: 'prefetch', href: there })",
  'a refresh': "add('meta', { httpEquiv: 'refresh', content: '0; url=' + there })",
  'a question': 'fetch(there).catch(() => {})',
  'a message': "navigator.sendBeacon(there, 'week')",
  'a socket': "new WebSocket(there.replace('http', 'ws'))",
  'a stream': 'new EventSource(there)',
  'a script': "add('script', { src: there })"
}

test('the page is led nowhere, whatever is in it', async () => {
  app = await App.open()
  await app.find('heading', 'Where does your week go?')
  const own = await app.driver.getCurrentUrl()
  const { port } = server.address() as AddressInfo
  for (const [way, does] of Object.entries(WAYS_OUT)) {
    await app.driver.executeScript(
      `
      const there = arguments[0]
      const add = (tag, about) => {
        const made = Object.assign(document.createElement(tag), about)
        return document.head.appendChild(made)
      }
      const click = (about) => add('a', about).click()
      try { ${does} } catch { /* It was refused at once. */ }
    `,
      `http://127.0.0.1:${port}/?title=Layoffs`
    )
    await sleep(PATIENCE)
    expect(calls, way).toBe(0)
    expect((await app.driver.getCurrentUrl()).replace(/#$/, ''), way).toBe(own)
    expect(await app.driver.getAllWindowHandles(), way).toHaveLength(1)
  }
  // It is still there, and works.
  await app.click('button', 'Open the demo calendar')
  await app.find('heading', /^Week \d+/)
}, 120_000)

test('pages of this computer are not shown either', async () => {
  app = await App.open()
  await app.find('heading', 'Where does your week go?')
  const own = await app.driver.getCurrentUrl()
  for (const there of ['file:///etc/hostname', 'data:text/html,<p>hello', 'about:blank']) {
    await app.driver.executeScript('location.href = arguments[0]', there)
    await sleep(PATIENCE)
    expect(await app.driver.getCurrentUrl(), there).toBe(own)
  }
})

test('a subscription is asked about outside the page, with its host by name', async () => {
  app = await App.open()
  await app.click('button', 'Sources')
  const { port } = server.address() as AddressInfo
  const subscribe = () =>
    app.driver.executeScript(
      `window.answered = 'waiting'
       __TAURI_INTERNALS__.invoke('subscribe', { address: arguments[0] })
         .then((it) => { window.answered = it }, (it) => { window.answered = it.code })`,
      `https://localhost:${port}/secret/basic.ics`
    )
  const answered = () => app.driver.executeScript('return window.answered')

  await subscribe()
  await answerQuestion('Subscribe to a calendar', 'Escape')
  await app.driver.wait(async () => (await answered()) === null, 5000)
  expect(calls, 'nothing is fetched before the answer').toBe(0)

  await subscribe()
  await answerQuestion('Subscribe to a calendar', 'Return')
  await app.driver.wait(async () => (await answered()) === 'subscription', 15_000)
  expect(calls, 'it is fetched once the user agreed').toBeGreaterThan(0)
  expect(await dialogs('Subscribe to a calendar')).toEqual([])
})
