// What a screen reader finds in the real window, and what the program says of the same calendar on the terminal, are one.

import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { By, error } from 'selenium-webdriver'
import { afterEach, expect, test } from 'vitest'

import { App, application } from '../app.ts'
import * as calendars from '../calendars.ts'
import { surroundings } from '../process.ts'

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

  const bands = rowsOf(report(file))
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

/** The rows of the mix, each as the window says it: `Deep work, 28 %, target 30 % to 40 %, −0.8 h`. */
function rowsOf(text: string): string[] {
  return text.split('\n').flatMap((line) => {
    const [, name, share, low, high, rest] =
      /^ {2}(\S.*?) +[█▒·░]+ +(\d+ %) +(?:(\d+)–(\d+) %)? +(\S.*)$/.exec(line) ?? []
    const target = low ? `target ${low} % to ${high} %, ${rest}` : rest
    return name ? [`${name}, ${share}, ${target}`] : []
  })
}

const plain = (text: string) => text.replaceAll(/\s+/g, ' ').trim()

function report(file: string): string {
  const home = mkdtempSync(path.join(tmpdir(), 'weekwise-report-'))
  try {
    const env = { ...process.env, ...surroundings(home) }
    return execFileSync(application, ['report', '--quiet', file], { encoding: 'utf8', env })
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
}
