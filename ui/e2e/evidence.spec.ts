import { expect } from '@playwright/test'
import { expectFine, goTo, test } from './page'

test('a title is in the report only while it is ticked, a name only while names are', async ({ page }) => {
  const complaints = await goTo(page, 'Evidence', '')
  const report = page.getByLabel('The evidence report')
  const box = page.getByRole('checkbox').first()
  const title = ((await box.getAttribute('aria-label')) ?? '').replace('Show the title: ', '')
  expect(title.length).toBeGreaterThan(3)
  await expect(report).not.toContainText(title)
  await box.focus()
  await page.keyboard.press('Space')
  await expect(report).toContainText(title)
  await page.keyboard.press('Space')
  await expect(report).not.toContainText(title)
  const person = await page
    .getByRole('list', { name: 'Mentored people' })
    .locator('.title')
    .first()
    .textContent()
  await expect(report).not.toContainText(person ?? '')
  await page.getByRole('switch', { name: 'Name the people who were mentored' }).click()
  await expect(report).toContainText(person ?? '')
  expect(complaints).toEqual([])
})

test('every figure opens its events, and Esc leads back to it', async ({ page }) => {
  await goTo(page, 'Evidence', '')
  const panel = page.getByRole('complementary')
  const list = panel.getByRole('list', { name: 'Events behind it' })
  const figure = page.getByRole('button', { name: /reviews in/ })
  await figure.click()
  await expect(list).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(figure).toBeFocused()
  await page.getByRole('list', { name: 'Mentored people' }).getByRole('button').first().click()
  await expect(list.getByRole('button').first()).toBeVisible()
  await list.getByRole('button').first().click()
  await expect(panel.getByRole('heading', { name: 'Why this category' })).toBeVisible()
})

test('all titles of a section are ticked at once, and the record is saved', async ({ page }) => {
  await goTo(page, 'Evidence', '')
  await page.getByRole('button', { name: 'Tick all: Strategy' }).click()
  await expect(page.getByRole('button', { name: 'Tick none: Strategy' })).toBeVisible()
  await page.getByRole('button', { name: 'Markdown', exact: true }).click()
  await page.getByRole('button', { name: 'Save…' }).click()
  await expect(page.getByRole('status', { name: 'News' })).toContainText(/Saved as weekwise-evidence-.*\.md/)
})

test('the quarter of the shown week is asked for, and any other period can be', async ({ page }) => {
  await goTo(page, 'Evidence', '')
  await expect(page.getByText('Quarter 4, 2026')).toBeVisible()
  await page.getByRole('button', { name: 'Earlier' }).click()
  await expect(page.getByText('Quarter 3, 2026')).toBeVisible()
  await page.getByRole('button', { name: 'Year', exact: true }).click()
  await expect(page.getByText('2026', { exact: true })).toBeVisible()
})

const STATES: Record<string, { query: string; reach?: RegExp }> = {
  evidence: { query: '' },
  'the events behind a figure': { query: '', reach: /reviews in/ },
  'a record without anything': { query: 'state=little' }
}
for (const [name, { query, reach }] of Object.entries(STATES))
  test(`${name}: accessible and uncut in both themes and sizes`, async ({ page }) => {
    await expectFine(page, async () => {
      await goTo(page, 'Evidence', `${query}`)
      if (reach) {
        await page.getByRole('button', { name: reach }).click()
        await page.getByRole('list', { name: 'Events behind it' }).waitFor()
      }
    })
  })
