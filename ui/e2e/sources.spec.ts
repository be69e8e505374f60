import { expect } from '@playwright/test'
import { expectFine, goTo, test } from './page'

const news = (page: import('@playwright/test').Page) => page.getByRole('status', { name: 'News' })

test('a calendar is renamed and left out, and both can be undone', async ({ page }) => {
  const complaints = await goTo(page, 'Sources')
  const calendars = page.getByRole('list', { name: 'Calendars' })
  await calendars.getByRole('switch', { name: 'Count Work' }).click()
  await expect(calendars.getByRole('switch', { name: 'Count Work' })).not.toBeChecked()
  await page.keyboard.press('Control+z')
  await expect(calendars.getByRole('switch', { name: 'Count Work' })).toBeChecked()

  await calendars.getByRole('button', { name: /^Work/ }).click()
  const panel = page.getByRole('complementary')
  await panel.getByLabel('Name').fill('Day job')
  await page.keyboard.press('Enter')
  await expect(calendars.getByRole('button', { name: /^Day job/ })).toBeVisible()
  await news(page).getByRole('button', { name: 'Undo' }).last().click()
  await expect(calendars.getByRole('button', { name: /^Work/ })).toBeVisible()
  expect(complaints).toEqual([])
})

test('two imports are compared, and an older one is used', async ({ page }) => {
  await goTo(page, 'Sources')
  await page.getByRole('button', { name: /^Work/ }).click()
  const panel = page.getByRole('complementary')
  await panel.getByRole('button', { name: 'What changed' }).first().click()
  await expect(panel.getByRole('region', { name: 'Moved (2)' })).toContainText(
    '11 Nov 2026, 16:00 → 12 Nov 2026, 9:30'
  )
  await panel.getByRole('button', { name: 'Back' }).click()
  await expect(panel.getByText('work.ics:2210')).toBeVisible()
  await panel.getByRole('button', { name: 'Use this' }).first().click()
  await expect(panel.getByRole('listitem').filter({ hasText: 'in use' })).toContainText('26 Oct 2026')
})

test('an address is gone from the page once it is given', async ({ page }) => {
  await goTo(page, 'Sources')
  const field = page.getByLabel('Add an address')
  await field.fill('https://calendars.example.net/private-8c1f/basic.ics')
  await page.getByRole('button', { name: 'Subscribe', exact: true }).click()
  await expect(field).toHaveValue('')
  await expect(page.getByRole('list', { name: 'Subscriptions' })).toContainText('calendars.example.net')
  await expect(page.locator('body')).not.toContainText('private-8c1f')
  await field.fill('ftp://example.net/basic.ics')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toContainText('https://')
})

test('all data is deleted only after asking', async ({ page }) => {
  await goTo(page, 'Sources')
  await page.getByRole('button', { name: 'Delete all data…' }).click()
  await expect(page.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('list', { name: 'Calendars' })).toBeVisible()
  await page.getByRole('button', { name: 'Delete all data…' }).click()
  await page.getByRole('button', { name: 'Delete everything' }).click()
  await expect(page.getByText('Nothing is remembered yet.')).toBeVisible()
  await expect(page.getByRole('heading', { level: 1, name: 'Sources' })).toBeVisible()
})

test('sources: accessible and uncut in both themes and sizes', async ({ page }) => {
  await expectFine(page, () => goTo(page, 'Sources', 'state=mine'))
})

test('sources without a calendar: accessible and uncut in both themes and sizes', async ({ page }) => {
  await expectFine(page, () => goTo(page, 'Sources', 'state=empty'))
})

test('a calendar: accessible and uncut in both themes and sizes', async ({ page }) => {
  await expectFine(page, async () => {
    await goTo(page, 'Sources', 'state=mine')
    await page.getByRole('button', { name: /^Work/ }).click()
  })
})

test('an exported library takes the place of this one after a question, and can be undone', async ({
  page
}) => {
  const complaints = await goTo(page, 'Sources')
  await page.getByRole('button', { name: 'Restore an export…' }).click()
  const question = page.getByRole('dialog', { name: 'Restore an exported library?' })
  await expect(question).toContainText('replaced by what the file holds')
  await question.getByRole('button', { name: 'Choose the file…' }).click()
  await expect(page.getByRole('list', { name: 'Backups' }).getByRole('listitem')).toHaveCount(3)
  await expect(news(page).getByRole('button', { name: 'Undo' }).last()).toBeVisible()
  expect(complaints).toEqual([])
})

test('a calendar that asks how often it is fetched is told so', async ({ page }) => {
  await goTo(page, 'Sources')
  const subscriptions = page.getByRole('list', { name: 'Subscriptions' }).getByRole('listitem')
  await expect(subscriptions.first()).toContainText('every 12 hours, as the calendar asks')
  await expect(subscriptions.last()).not.toContainText('as the calendar asks')
})
