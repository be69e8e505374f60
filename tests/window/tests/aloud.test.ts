// What a screen reader finds in the real window, and what the program says of the same calendar on the terminal, are one.

import { By, error } from 'selenium-webdriver'
import { afterEach, expect, test } from 'vitest'

import { App } from '../app.ts'
import * as calendars from '../calendars.ts'
import { rowsOf, said } from '../reported.ts'

let app: App
afterEach(() => app?.close())

test('read aloud, the week says what its report says', async () => {
  const file = calendars.file('kim.ics', calendars.kim())
  app = await App.open(file)
  await app.find('button', /^Ledger migration design, Mon/)

  await app.sees(/to move|every category/)
  const names = await spoken()
  expect(names.filter((name) => name === '')).toEqual([])
  const found = names.map(plain)

  const bands = rowsOf(said('report', '--quiet', file))
  expect(bands).toHaveLength(6)
  for (const row of bands) expect(found).toContain(row)
  for (const title of [
    'Ledger migration design',
    'Platform sync',
    'Design review: outbox relay',
    'Lee / Kim'
  ])
    expect(
      found.filter((name) => name.startsWith(`${title}, `)),
      title
    ).toHaveLength(1)
})

/** The names of what can be pressed, as the web view tells them to a screen reader, not as the page was written. */
async function spoken(): Promise<string[]> {
  for (;;) {
    try {
      const names: string[] = []
      for (const element of await app.driver.findElements(By.css('main button')))
        // What is not displayed has no place in the tree of a screen reader, and asking for its name fails.
        if (await element.isDisplayed()) names.push((await element.getAccessibleName()).trim())
      return names
    } catch (thrown) {
      // Something was drawn again between being found and being asked: all of it is heard anew.
      if (!(thrown instanceof error.StaleElementReferenceError || thrown instanceof error.NoSuchElementError))
        throw thrown
    }
  }
}

const plain = (text: string) => text.replaceAll(/\s+/g, ' ').trim()
