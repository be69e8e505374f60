import { afterAll, beforeAll, expect, test } from 'vitest'

import { App, Key } from '../app.ts'
import * as calendars from '../calendars.ts'

let app: App
beforeAll(async () => {
  app = await App.open(calendars.file('kim.ics', calendars.kim()))
})
afterAll(() => app?.close())

const week = async () => (await app.find('heading', /^Week \d+/)).getText()

test('an event explains itself, and closing gives the focus back', async () => {
  const event = await app.find('button', /^Design review: outbox relay/)
  await event.click()
  await app.press('e')
  await app.sees(/design review/i)
  await app.sees(/title says/i)
  await app.press(Key.ESCAPE)
  const focused = await app.driver.switchTo().activeElement()
  expect(await focused.getAccessibleName()).toMatch(/^Design review: outbox relay/)
})

test('J and K change the week, T comes back', async () => {
  const now = await week()
  await app.press('j')
  await app.find('button', /^Technical strategy, Wed/)
  expect(await week()).not.toBe(now)
  await app.press('k')
  await app.find('button', /^Ledger migration design, Mon/)
  expect(await week()).toBe(now)
  await app.press('k', 'k', 't')
  await app.find('button', /^Ledger migration design, Mon/)
  expect(await week()).toBe(now)
})

test('dark is dark, also after a new start of the page', async () => {
  const ground = async () =>
    luminance(await app.driver.executeScript('return getComputedStyle(document.body).backgroundColor'))
  await app.prefer('light')
  await app.find('heading', /^Week \d+/)
  expect(await ground()).toBeGreaterThan(0.8)
  await app.click('button', 'Settings')
  await app.click('button', 'Display')
  await app.click('button', 'Dark')
  await app.driver.wait(async () => (await ground()) < 0.2, 2000)
  await app.driver.navigate().refresh()
  await app.find('heading', /^Week \d+/)
  expect(await ground()).toBeLessThan(0.2)
})

/** Roughly, 0–1. */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = (color.match(/[\d.]+/g) ?? []).map(Number)
  return (red + green + blue) / 3 / 255
}
