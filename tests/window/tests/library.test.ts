import { afterEach, test } from 'vitest'

import { App, Key } from '../app.ts'
import * as calendars from '../calendars.ts'

let app: App
afterEach(() => app?.close())

test('what was imported is there the next day', async () => {
  app = await App.open(calendars.file('kim.ics', calendars.kim()))
  await app.find('button', /^Ledger migration design, Mon/)
  app = await app.reopen()
  await app.find('button', /^Ledger migration design, Mon/)
})

test('an import is undone and done again from the keyboard', async () => {
  app = await App.open(calendars.file('kim.ics', calendars.kim()))
  await app.find('heading', /^Week \d+/)
  await app.hold(Key.CONTROL, 'z')
  await app.find('button', 'Import a calendar')
  await app.hold(Key.CONTROL, Key.SHIFT, 'z')
  await app.find('button', /^Ledger migration design, Mon/)
})

test('a second start hands its file to the window that is open', async (context) => {
  // Starts find each other over the session's bus.
  if (!process.env['DBUS_SESSION_BUS_ADDRESS']) {
    console.log('skipped: there is no session bus')
    context.skip()
  }
  app = await App.open(calendars.file('kim.ics', calendars.kim()))
  await app.find('heading', /^Week \d+/)
  await app.startAgain(calendars.file('odd.ics', calendars.odd()))
  await app.find('button', /^Stand-up, Mon/)
  await app.find('button', /^Ledger migration design, Mon/)
})
