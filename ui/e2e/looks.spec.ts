import { expect, type Page } from '@playwright/test'
import { expectFine, openWindow, test } from './page'

const STATES: Record<string, (page: Page) => Promise<void>> = {
  'first run': async (page) => void (await openWindow(page, 'state=empty')),
  week: async (page) => void (await openWindow(page)),
  'is this right': async (page) => void (await openWindow(page, 'state=mine')),
  'which clock': async (page) => void (await openWindow(page, 'state=elsewhere')),
  'set right': async (page) => {
    await openWindow(page, 'state=mine')
    await page.getByRole('button', { name: 'Change…' }).click()
  },
  'week without events': async (page) => {
    await openWindow(page)
    for (let turn = 0; turn < 60; turn += 1) {
      if (await page.getByRole('heading', { name: 'No events this week' }).isVisible()) return
      const title = await page.getByRole('heading', { level: 1 }).textContent()
      await page.keyboard.press('k')
      await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(title ?? '')
    }
  },
  event: async (page) => {
    await openWindow(page)
    await page.locator('ol [data-stop^="event"]').nth(3).click()
  },
  bar: async (page) => {
    await openWindow(page)
    await page.getByRole('button', { name: /^Deep work, / }).click()
  },
  effect: async (page) => {
    await openWindow(page)
    await page.keyboard.press('v')
  },
  advice: async (page) => {
    await openWindow(page)
    await page
      .getByRole('button', { name: /^All \d+$/ })
      .first()
      .click()
  },
  ask: async (page) => {
    await openWindow(page)
    await page.keyboard.press('a')
  },
  'whole days': async (page) => {
    await openWindow(page, 'state=days')
    await page.getByRole('button', { name: /^Architecture offsite/ }).click()
    await page.keyboard.press('d')
  },
  table: async (page) => {
    await openWindow(page)
    await page.getByRole('button', { name: 'Show as table' }).click()
  },
  keys: async (page) => {
    await openWindow(page)
    await page.keyboard.press('?')
  },
  menu: async (page) => {
    await openWindow(page)
    await page.getByRole('button', { name: /^Profile: / }).click()
    await page.getByRole('menu').waitFor()
  },
  palette: async (page) => {
    await openWindow(page)
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox').fill('re')
    await page
      .getByText(/^Events/)
      .first()
      .waitFor()
  },
  reading: async (page) => {
    await openWindow(page, 'state=loading')
    await page.keyboard.press('Control+o')
    await page.getByRole('progressbar').waitFor()
  },
  toast: async (page) => {
    await openWindow(page)
    await page.keyboard.press('Control+o')
    // What the pointer rests on stays.
    await page.getByRole('button', { name: 'Undo' }).hover()
  },
  'damaged library': async (page) => void (await openWindow(page, 'state=trouble')),
  problem: async (page) => {
    await openWindow(page, 'state=error')
    await page.keyboard.press('Control+o')
  }
}

for (const [name, reach] of Object.entries(STATES)) {
  test(`${name}: accessible and uncut in both themes and sizes`, async ({ page }) => {
    await expectFine(page, () => reach(page))
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

test('the first thing painted is as dark as what was chosen, before the window is there', async ({
  page
}) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await openWindow(page)
  await page.evaluate(() => localStorage.setItem('weekwise.theme', 'dark'))
  // The window itself never comes.
  await page.route('**/assets/*.js', (route) => route.abort())
  await page.goto('/')
  await expect(page.locator('#app')).toBeEmpty()
  const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  const parts = ground.match(/[\d.]+/g)?.map(Number) ?? []
  expect(Math.max(...parts.slice(0, 3)), ground).toBeLessThan(60)
})
