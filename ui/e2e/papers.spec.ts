import { expect, type Page } from '@playwright/test'
import { expectFine, goTo, openWindow, test } from './page'

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Save report' })
const news = (page: Page) => page.getByRole('status', { name: 'News' })

test('a report about the shown week is saved by keyboard, and its folder can be opened', async ({ page }) => {
  const complaints = await openWindow(page)
  await page.keyboard.press('Control+s')
  await expect(dialog(page).getByLabel('The report')).toContainText('Week 46 · 9–15 Nov 2026')
  await expect(dialog(page).getByRole('button', { name: 'PDF' })).toHaveAttribute('aria-pressed', 'true')
  await expect(dialog(page).getByRole('button', { name: 'Save…' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(dialog(page)).toBeHidden()
  await expect(news(page)).toContainText('Saved as weekwise-report-2026-11-09-to-2026-11-15.pdf')
  await news(page).getByRole('button', { name: 'Open folder' }).click()
  expect(complaints).toEqual([])
})

test('what is hidden is shown before: each word and what stands for it', async ({ page }) => {
  await openWindow(page)
  await page.getByRole('button', { name: 'Save report…' }).click()
  const report = dialog(page).getByLabel('The report')
  await expect(report).toContainText('Platform sync')
  await dialog(page).getByRole('switch', { name: 'Hide titles and names' }).click()
  await expect(report).not.toContainText('Platform sync')
  await expect(report).toContainText('Titles and names are hidden')
  await dialog(page)
    .getByText(/words replaced/)
    .click()
  await expect(dialog(page).getByRole('listitem').filter({ hasText: 'Platform sync' })).toContainText('→')
})

test('every length of period can be asked for, and days that make no sense are refused', async ({ page }) => {
  await openWindow(page)
  await page.keyboard.press('Control+s')
  const choose = (name: string) => dialog(page).getByRole('button', { name, exact: true }).click()
  const report = dialog(page).getByLabel('The report')
  await choose('Month')
  await expect(dialog(page)).toContainText('November 2026')
  await choose('Quarter')
  await expect(dialog(page)).toContainText('Quarter 4, 2026')
  await choose('Later')
  await expect(report).toContainText('2027-01-01 – 2027-03-31')
  await choose('Year')
  await expect(report).toContainText('2027-01-01 – 2027-12-31')
  await choose('From–to')
  await dialog(page).getByLabel('to', { exact: true }).fill('2026-01-01')
  await expect(dialog(page).getByRole('alert')).toHaveText('The last day is before the first.')
  await dialog(page).getByLabel('From', { exact: true }).fill('2025-12-31')
  await expect(dialog(page).getByRole('alert')).toBeHidden()
  await expect(report).toContainText('2025-12-31 – 2026-01-01')
})

test('the report is copied as text and as Markdown', async ({ page }) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await openWindow(page)
  await page.keyboard.press('Control+s')
  await dialog(page).getByRole('button', { name: 'Copy as Markdown' }).click()
  await expect(dialog(page).getByRole('status')).toHaveText('Copied as Markdown.')
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^# Week 46/)
  await dialog(page).getByRole('button', { name: 'Copy as text' }).click()
  await expect(dialog(page).getByRole('status')).toHaveText('Copied as text.')
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^Week 46/)
})

test('a save that is cancelled leaves the dialog, one that fails says why', async ({ page }) => {
  await openWindow(page, 'state=cancelled')
  await page.keyboard.press('Control+s')
  await dialog(page).getByRole('button', { name: 'Save…' }).click()
  await expect(dialog(page)).toBeVisible()
  await openWindow(page, 'state=unsaved')
  await page.keyboard.press('Control+s')
  await dialog(page).getByRole('button', { name: 'Save…' }).click()
  await expect(dialog(page).getByRole('status')).toContainText('It was not saved. The disk is full.')
})

test('Trends hands on the report of the days it shows', async ({ page }) => {
  await goTo(page, 'Trends')
  await page.getByRole('button', { name: 'Save report…' }).click()
  await expect(dialog(page).getByRole('button', { name: 'From–to' })).toHaveAttribute('aria-pressed', 'true')
})

const STATES: Record<string, (page: Page) => Promise<unknown>> = {
  'report dialog': async () => undefined,
  'report dialog, redacted': async (page) => {
    await dialog(page).getByRole('switch', { name: 'Hide titles and names' }).click()
    await dialog(page)
      .getByText(/words replaced/)
      .click()
  },
  'report dialog, any days': (page) => dialog(page).getByRole('button', { name: 'From–to' }).click()
}
for (const [name, reach] of Object.entries(STATES))
  test(`${name}: accessible and uncut in both themes and sizes`, async ({ page }) => {
    await expectFine(page, async () => {
      await openWindow(page)
      await page.keyboard.press('Control+s')
      await dialog(page).getByLabel('The report').waitFor()
      await reach(page)
    })
  })
