import { expect, test, type Page } from '@playwright/test'
import { expectFine, openWindow } from './page'

const STATES: Record<string, (page: Page, theme: string) => Promise<void>> = {
  'first run': async (page, theme) => void (await openWindow(page, `state=empty&theme=${theme}`)),
  week: async (page, theme) => void (await openWindow(page, `theme=${theme}`)),
  'who am I': async (page, theme) => void (await openWindow(page, `state=mine&theme=${theme}`)),
  'week without events': async (page, theme) => {
    await openWindow(page, `theme=${theme}`)
    for (let turn = 0; turn < 60; turn += 1) {
      if (await page.getByRole('heading', { name: 'No events this week' }).isVisible()) return
      const title = await page.getByRole('heading', { level: 1 }).textContent()
      await page.keyboard.press('k')
      await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(title ?? '')
    }
  },
  event: async (page, theme) => {
    await openWindow(page, `theme=${theme}`)
    await page.locator('ol [data-stop^="event"]').nth(3).click()
  },
  bar: async (page, theme) => {
    await openWindow(page, `theme=${theme}`)
    await page.getByRole('button', { name: /^Deep work, / }).click()
  },
  table: async (page, theme) => {
    await openWindow(page, `theme=${theme}`)
    await page.getByRole('button', { name: 'Show as table' }).click()
  },
  keys: async (page, theme) => {
    await openWindow(page, `theme=${theme}`)
    await page.keyboard.press('?')
  },
  menu: async (page, theme) => {
    await openWindow(page, `theme=${theme}`)
    await page.getByRole('button', { name: /^Profile: / }).click()
    await page.getByRole('menu').waitFor()
  },
  palette: async (page, theme) => {
    await openWindow(page, `theme=${theme}`)
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox').fill('re')
    await page.getByText('Events', { exact: true }).waitFor()
  },
  reading: async (page, theme) => {
    await openWindow(page, `state=loading&theme=${theme}`)
    await page.keyboard.press('Control+o')
    await page.getByRole('progressbar').waitFor()
  },
  toast: async (page, theme) => {
    await openWindow(page, `theme=${theme}`)
    await page.keyboard.press('Control+o')
    await page.getByRole('button', { name: 'Undo' }).waitFor()
  },
  'damaged library': async (page, theme) => void (await openWindow(page, `state=trouble&theme=${theme}`)),
  problem: async (page, theme) => {
    await openWindow(page, `state=error&theme=${theme}`)
    await page.keyboard.press('Control+o')
  }
}

for (const [name, reach] of Object.entries(STATES)) {
  test(`${name}: accessible and uncut in both themes and sizes`, async ({ page }) => {
    await expectFine(page, (theme) => reach(page, theme))
  })
}

test('reduced motion stops all motion', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await openWindow(page)
  await page.getByRole('button', { name: /^Deep work, / }).click()
  const longest = await page.evaluate(() =>
    Math.max(
      0,
      ...document.getAnimations().map((one) => Number(one.effect?.getComputedTiming().duration ?? 0))
    )
  )
  expect(longest).toBeLessThan(1)
})
