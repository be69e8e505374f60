import { expect } from '@playwright/test'
import { expectFine, goByKeys, goTo, openWindow, test } from './page'

test('a what-if becomes an ask with its message, and is moved where it stands', async ({ page }) => {
  const complaints = await goTo(page, 'Meetings', 'state=mine')
  await page.getByRole('button', { name: /^Platform sync/ }).click()
  const panel = page.getByRole('complementary', { name: 'Platform sync' })
  await panel
    .getByRole('button', { name: /^Ask for it: / })
    .first()
    .click()
  await expect(panel.getByRole('textbox', { name: 'Message' })).toHaveValue(/Platform sync/)
  await expect(panel.getByRole('heading', { name: 'It is to ask' })).toBeVisible()
  await expectFine(page, () => Promise.resolve())
  await panel.getByRole('button', { name: 'I asked for it' }).click()
  await expect(panel.getByRole('heading', { name: 'It is asked' })).toBeVisible()
  await expect(panel.getByRole('button', { name: 'Asked', exact: true })).toHaveAttribute(
    'aria-expanded',
    'true'
  )

  await page.keyboard.press('Escape')
  await goByKeys(page, 'v', 'Review')
  const asks = page.getByRole('complementary', { name: 'Asks and weeks before' })
  await expect(asks.getByText('asked').first()).toBeVisible()
  await page.getByRole('button', { name: /^What was kept/ }).click()
  await page
    .getByRole('main')
    .getByRole('button', { name: /Platform sync/ })
    .click()
  await page.getByRole('main').getByRole('button', { name: 'They refused' }).click()
  await expect(page.getByRole('heading', { name: 'It is refused' })).toBeVisible()
  expect(complaints).toEqual([])
})

test('what a plan needs is asked for in its panel', async ({ page }) => {
  await goTo(page, 'Plan', 'state=lacking')
  await page.getByRole('button', { name: 'Plan for most focus' }).click()
  const wanted = page.getByRole('region', { name: /^To ask for/ }).getByRole('listitem')
  await wanted.getByRole('button').first().click()
  const panel = page.getByRole('complementary', { name: 'Migration steering' })
  await expect(panel.getByRole('textbox', { name: 'Message' })).toHaveValue(/read the notes/)
  await panel.getByRole('button', { name: 'I asked for it' }).click()
  await expect(page.getByRole('status', { name: 'News' })).toContainText('is asked')
})

test('a line of a review is found, leads to it, and is quoted where it is ticked', async ({ page }) => {
  await openWindow(page, 'state=mine')
  await goByKeys(page, 'v', 'Review')
  await page.getByRole('button', { name: /^One line/ }).click()
  await page.getByRole('main').getByRole('textbox').fill('The Café review is decided')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status', { name: 'News' })).toContainText('Review done.')

  await page.keyboard.press('/')
  await page.getByRole('combobox').fill('decided')
  const found = page.getByRole('option', { name: /The Café review is decided.*Week 46/ })
  await expect(found.locator('mark')).toHaveText('decided')
  await found.click()
  await expect(page.getByRole('heading', { level: 1, name: 'Review of week 46' })).toBeVisible()

  await page.getByRole('navigation', { name: 'Screens' }).getByRole('button', { name: 'Evidence' }).click()
  const tick = page.getByRole('checkbox', { name: /The Café review is decided/ })
  await expect(tick).not.toBeChecked()
  await tick.check()
  await expect(page.getByText('1 of 1 quoted')).toBeVisible()
  await expectFine(page, () => Promise.resolve())
})

test('a reminder of the review is off, and has a weekday and an hour once it is on', async ({ page }) => {
  await goTo(page, 'Settings', 'state=mine')
  const sections = page.getByRole('navigation', { name: 'Sections' })
  await sections.getByRole('button', { name: 'Display', exact: true }).click()
  const row = page.getByRole('group', { name: 'Review reminder' })
  await expect(row.getByRole('combobox')).toHaveCount(0)
  await row.getByRole('switch', { name: 'Say when a week is ready' }).click()
  await row.getByRole('combobox', { name: 'Weekday' }).selectOption('Friday')
  await row.getByRole('combobox', { name: 'Hour' }).selectOption('15:00')
  await expect(row.getByRole('combobox', { name: 'Weekday' })).toHaveValue('5')
  await expectFine(page, () => row.scrollIntoViewIfNeeded())
})
