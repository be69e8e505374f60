import { afterEach, expect, test } from 'vitest'

import { App } from '../app.ts'

let app: App
afterEach(() => app?.close())

test('an empty library says what to do, and opens the demo calendar', async () => {
  app = await App.open()
  await app.find('heading', 'Where does your week go?')
  await app.sees('Nothing leaves this computer')

  await app.click('button', 'Open the demo calendar')

  await app.find('heading', /^Week \d+ · .* \d{4}$/)
  for (const category of [
    'Deep work',
    '1:1s & mentoring',
    'Cross-team',
    'Review',
    'Strategy',
    'Other work'
  ]) {
    await app.sees(category)
  }
  await app.find('button', /^Platform sync, Mon.*11 people/)
})

test('what the page may load is little', async () => {
  app = await App.open()
  await app.find('heading', 'Where does your week go?')
  const script = `
    const [address, done] = arguments;
    fetch(address).then(() => done('loaded'), () => done('refused'));`
  expect(await app.driver.executeAsyncScript(script, 'https://weekwise.example/')).toBe('refused')
})
