import { expect } from '@playwright/test'
import { expectFine, goByKeys, goTo, openWindow, test } from './page'

test('month, quarter and year are chosen by keyboard, and said', async ({ page }) => {
  const complaints = await openWindow(page)
  await goByKeys(page, 'l', 'Look back')
  await expect(page.getByText('Quarter 4, 2026', { exact: true })).toBeVisible()
  await expect(page.getByRole('heading', { level: 2, name: /to move in a middle week/ })).toBeVisible()
  for (const [key, name] of [
    ['k', 'Quarter 3, 2026'],
    ['y', '2026'],
    ['m', 'December 2026'],
    ['j', 'January 2027'],
    ['q', 'Quarter 1, 2027']
  ] as const) {
    await page.keyboard.press(key)
    await expect(page.getByText(name, { exact: true })).toBeVisible()
  }
  expect(complaints).toEqual([])
})

test('it is reached from the review and from the palette', async ({ page }) => {
  await goTo(page, 'Review')
  await page.getByRole('button', { name: 'Month, quarter, year' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Look back' })).toBeFocused()
  await page.keyboard.press('g')
  await page.keyboard.press('w')
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').fill('look')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Look back' })).toBeVisible()
})

test('a season is named beside the whole, and undone', async ({ page }) => {
  await goTo(page, 'Look back')
  await page.getByRole('button', { name: 'Name it' }).click()
  await expect(page.getByRole('alert')).toHaveText('Give it a name first.')
  await page.getByRole('textbox', { name: /^A launch/ }).fill('Hiring')
  await page.getByLabel('First day of the season').fill('2026-10-05')
  await page.getByLabel('Last day of the season').fill('2026-10-30')
  await page.keyboard.press('Enter')
  const row = page.getByRole('row', { name: /^Hiring/ })
  await expect(row).toContainText('%')
  await expect(page.getByRole('status', { name: 'News' })).toContainText('Name a season')
  await page.keyboard.press('Control+z')
  await expect(row).toHaveCount(0)
})

test('others read a title only while it is ticked, a name only while names are', async ({ page }) => {
  await goTo(page, 'Look back', '')
  const shared = page.getByLabel('The look back')
  const box = page.getByRole('list', { name: 'Began: series' }).getByRole('checkbox').first()
  const title = ((await box.getAttribute('aria-label')) ?? '').replace('Show the title: ', '')
  expect(title.length).toBeGreaterThan(3)
  await expect(shared).toContainText('How I spent')
  await expect(shared).not.toContainText(title)
  await box.focus()
  await page.keyboard.press('Space')
  await expect(shared).toContainText(title)
  const person = await page.getByRole('list', { name: '1:1s with' }).locator('span').first().textContent()
  await expect(shared).not.toContainText(person ?? '')
  await page.getByRole('switch', { name: 'Name the people of 1:1s and mentoring' }).click()
  await expect(shared).toContainText(person ?? '')
  await page.getByRole('button', { name: 'Markdown', exact: true }).click()
  await page.getByRole('button', { name: 'Save…' }).click()
  await expect(page.getByRole('status', { name: 'News' })).toContainText(/Saved as weekwise-look-back-.*\.md/)
})

const STATES: Record<string, { query: string; reach?: boolean }> = {
  'a quarter': { query: 'state=demo' },
  'the events behind a series': { query: 'state=demo', reach: true },
  'days of which nothing is told': { query: 'state=little' },
  'long words': { query: 'state=mine&words=long' }
}
for (const [name, { query, reach }] of Object.entries(STATES))
  test(`${name}: accessible and uncut in both themes and sizes`, async ({ page }) => {
    await expectFine(page, async () => {
      await goTo(page, 'Look back', query)
      if (!reach) return
      await page.getByRole('list', { name: 'Began: series' }).getByRole('button').first().click()
      await page.getByRole('list', { name: 'Events behind it' }).waitFor()
    })
  })
