import { expect } from '@playwright/test'
import { openWindow, test } from './page'

test('the palette searches events and runs commands', async ({ page }) => {
  const complaints = await openWindow(page)
  await page.keyboard.press('Control+k')
  const palette = page.getByRole('dialog', { name: 'Search or run' })
  const field = palette.getByRole('combobox')
  await expect(field).toBeFocused()
  await field.fill('dark')
  await page.keyboard.press('Enter')
  await expect(palette).toBeHidden()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')

  await page.keyboard.press('/')
  const search = page.getByRole('dialog', { name: 'Search events' })
  await search.getByRole('combobox').fill('stand')
  const hit = search.getByRole('option').first()
  const title = await hit.locator('.label').textContent()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('complementary', { name: title ?? '' })).toBeVisible()
  expect(complaints).toEqual([])
})

test('an import says what it did, and can be undone and done again', async ({ page }) => {
  await openWindow(page, 'state=empty')
  await page.keyboard.press('Control+o')
  const news = page.getByRole('status', { name: 'News' })
  await expect(news).toContainText('Import calendar.ics')
  await news.getByRole('button', { name: 'Undo' }).click()
  await expect(news).toContainText('Undid: Import calendar.ics')
  await expect(page.getByRole('heading', { name: 'Where does your week go?' })).toBeVisible()
  await page.keyboard.press('Control+Shift+z')
  await expect(news).toContainText('Redid: Import calendar.ics')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Week')
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('heading', { name: 'Where does your week go?' })).toBeVisible()
})

test('reading shows how far it is and can be cancelled', async ({ page }) => {
  await openWindow(page, 'state=loading')
  await page.keyboard.press('Control+o')
  await expect(page.getByRole('progressbar', { name: 'Import' })).toHaveAttribute('value', '0.44')
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByRole('progressbar')).toBeHidden()
  await expect(page.getByRole('status', { name: 'News' })).toContainText('Nothing was changed')
})

test('help lists the keys of every screen, and the letter of each stands beside its name', async ({
  page
}) => {
  await openWindow(page)
  await page.keyboard.press('?')
  const help = page.getByRole('dialog', { name: 'Keys' })
  await expect(help).toContainText('Explain the selected event')
  await expect(help).toContainText('Go to Week')
  await page.keyboard.press('Escape')
  await page.keyboard.press('g')
  await expect(page.getByRole('navigation').locator('kbd').first()).toHaveText('W')
  await page.keyboard.press('w')
  await expect(page.getByRole('navigation').locator('kbd')).toHaveCount(0)
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
})

test('skip links and F6 lead from part to part', async ({ page }) => {
  await openWindow(page)
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Skip to the content' })).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-stop]:focus')).toBeVisible()
  await page.keyboard.press('Enter')
  const panel = page.getByRole('complementary')
  await expect(panel.getByRole('heading', { level: 2 })).toBeFocused()
  await page.keyboard.press('F6')
  await expect(
    page.getByRole('navigation', { name: 'Screens' }).getByRole('button', { name: 'Week' })
  ).toBeFocused()
  await page.keyboard.press('F6')
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await page.keyboard.press('Shift+F6')
  await page.keyboard.press('Shift+F6')
  await expect(panel.getByRole('heading', { level: 2 })).toBeFocused()
})

test('corrections are tried out on the demo', async ({ page }) => {
  await openWindow(page)
  await page.locator('ol [data-stop^="event"]').nth(3).click()
  await page
    .getByRole('complementary')
    .getByRole('button', { name: /^Strategy/ })
    .click()
  await expect(page.getByRole('status', { name: 'News' })).toContainText('Undo')
})

test('what is found says when, with whom, why, and how much it is', async ({ page }) => {
  await openWindow(page)
  await page.keyboard.press('/')
  const search = page.getByRole('dialog', { name: 'Search events' })
  await search.getByRole('combobox').fill('sync')
  await expect(search.getByText(/^Events · \d+ events?, .* in the half years/)).toBeVisible()
  await expect(search.getByRole('option').first().locator('mark').first()).toHaveText(/sync/i)
})
