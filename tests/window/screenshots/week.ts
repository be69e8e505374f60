// The pictures in docs/images: the demo calendar in the real window.

import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'

import { afterAll, beforeAll, test } from 'vitest'

import { App } from '../app.ts'

const images = path.resolve(import.meta.dirname, '../../../docs/images')

let app: App
beforeAll(async () => {
  await mkdir(images, { recursive: true })
  app = await App.open()
  await app.click('button', 'Open the demo calendar')
  await app.find('heading', /^Week \d+/)
})
afterAll(() => app?.close())

const sizes = [
  { width: 1440, height: 900, suffix: '' },
  { width: 1024, height: 700, suffix: '-small' }
]

for (const theme of ['light', 'dark'] as const) {
  for (const { width, height, suffix } of sizes) {
    test(`week, ${theme}, ${width} × ${height}`, async () => {
      await app.resize(width, height)
      await app.prefer(theme)
      await app.find('heading', /^Week \d+/)
      await app.settled()
      const picture = await app.driver.takeScreenshot()
      await writeFile(path.join(images, `week-${theme}${suffix}.png`), picture, 'base64')
    })
  }
}
