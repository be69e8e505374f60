import { afterEach, expect, test } from 'vitest'

import { App, Key } from '../app.ts'
import * as calendars from '../calendars.ts'
import { chooseInDialog, dialogs } from '../desktop.ts'

let app: App
afterEach(() => app?.close())

test('a file on the command line is open when the window is', async () => {
  app = await App.open(calendars.file('kim.ics', calendars.kim()))
  await app.find('heading', /^Week \d+/)
  await app.find('button', /^Ledger migration design, Mon/)
  await app.find('button', /^Lee \/ Kim, Thu/)
})

test('a file is imported through the dialog of the system', async () => {
  const file = calendars.file('kim.ics', calendars.kim())
  app = await App.open()
  await app.click('button', 'Import a calendar')
  await chooseInDialog('Import calendars', file)
  await app.find('button', /^Design review: outbox relay, Wed/)
})

test('a dialog that is cancelled changes nothing', async () => {
  app = await App.open(calendars.file('kim.ics', calendars.kim()))
  await app.find('heading', /^Week \d+/)
  await app.hold(Key.CONTROL, 'o')
  await chooseInDialog('Import calendars', null)
  expect(await dialogs('Import calendars')).toEqual([])
  await app.find('button', /^Design review: outbox relay, Wed/)
})

test('a file that is no calendar is an error in words, and nothing is lost', async () => {
  app = await App.open(calendars.file('letter.ics', calendars.letter))
  await app.sees('Nothing could be read')
  await app.sees('letter.ics')
  await app.click('button', 'Close')
  await app.click('button', 'Open the demo calendar')
  await app.find('heading', /^Week \d+/)
})

test('a bad event does not cost the good ones', async () => {
  app = await App.open(calendars.file('odd.ics', calendars.odd()))
  await app.find('button', /^Stand-up, Mon/)
  await app.find('button', '1 event left out')
})
