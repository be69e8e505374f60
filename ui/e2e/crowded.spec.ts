import { expect } from '@playwright/test'
import { goByKeys, openWindow, test } from './page'

for (const screen of ['Week', 'Plan'])
  test(`${screen}: what is narrower than a word has a colour and a number and opens as a list, and short events keep their titles`, async ({
    page
  }) => {
    await page.setViewportSize({ width: 1024, height: 700 })
    await openWindow(page, 'state=crowded')
    if (screen === 'Plan') {
      await goByKeys(page, 'p', 'Plan')
      await page.locator('main:not([aria-busy="true"])').waitFor()
    }
    const grid = page.getByRole('group', { name: 'Week grid' })
    const titles = ['Budget round', 'Capacity review', 'Launch go or no-go', 'Noor / Sam']
    for (const title of titles) {
      const event = grid.getByRole('button', { name: new RegExp(`^${title},`) })
      await expect(event).toContainText(/^\s*\d/)
      const seen = await event.evaluate((button) => ({
        number: button.querySelector('.number')?.getBoundingClientRect().width ?? 0,
        edge: getComputedStyle(button).borderLeftWidth,
        width: button.clientWidth
      }))
      expect(seen.width, title).toBeLessThan(56)
      expect(seen.number, title).toBeGreaterThan(6)
      expect(seen.edge, title).toBe('3px')
    }
    for (const title of ['Triage', 'Hand-over', 'Office hour']) {
      const words = grid.getByRole('button', { name: new RegExp(`^${title},`) }).locator('.title')
      const { height, cut } = await words.evaluate((one) => ({
        height: one.getBoundingClientRect().height,
        cut: one.scrollWidth - one.clientWidth
      }))
      expect(height, title).toBeGreaterThan(10)
      expect(cut, title).toBeLessThan(2)
    }
    await grid.getByRole('button', { name: /^Noor \/ Sam,/ }).click()
    const list = page.getByRole('list', { name: 'Events at the same time' })
    for (const title of titles) await expect(list).toContainText(title)
    await list.getByRole('button', { name: /Noor \/ Sam/ }).click()
    await expect(page.getByRole('complementary', { name: 'Noor / Sam' })).toBeVisible()
  })
