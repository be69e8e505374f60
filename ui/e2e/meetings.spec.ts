import { expect } from '@playwright/test'
import { expectFine, goTo, test } from './page'

test('a series leads to its events, to why, and back to its row', async ({ page }) => {
  const complaints = await goTo(page, 'Meetings', '')
  const row = page.getByRole('button', { name: /^Platform sync/ })
  await row.click()
  const panel = page.getByRole('complementary', { name: 'Platform sync' })
  await expect(panel.getByText('What a change would give back')).toBeVisible()
  await panel.getByRole('list', { name: 'Events behind it' }).getByRole('button').first().click()
  await expect(page.getByRole('heading', { name: 'Why this category' })).toBeVisible()
  await page.getByRole('button', { name: 'Back', exact: true }).click()
  await page.keyboard.press('Escape')
  await expect(row).toBeFocused()
  expect(complaints).toEqual([])
})

test('series are sorted and filtered', async ({ page }) => {
  await goTo(page, 'Meetings', '')
  const titles = page.locator('tbody .title')
  const all = await titles.count()
  await page.getByRole('button', { name: 'Focus cost' }).click()
  await expect(page.getByRole('columnheader', { name: 'Focus cost' })).toHaveAttribute(
    'aria-sort',
    'descending'
  )
  await expect(titles.first()).toHaveText('Platform sync')
  await page.getByRole('button', { name: 'Focus cost' }).click()
  await expect(page.getByRole('columnheader', { name: 'Focus cost' })).toHaveAttribute(
    'aria-sort',
    'ascending'
  )

  await page.getByRole('button', { name: /^Large/ }).click()
  await expect(page.locator('tbody tr').first()).toContainText('Large')
  expect(await titles.count()).toBeLessThan(all)
  await page.getByRole('group', { name: 'Categories' }).getByRole('button', { name: 'Strategy' }).click()
  await expect(page.getByText('No series is all of this at once.')).toBeVisible()
  await page.getByRole('button', { name: 'Clear the filters' }).click()
  await expect(titles).toHaveCount(all)
  await page.keyboard.press('f')
  await page.getByLabel('Find a series').fill('steer')
  await expect(titles).toHaveCount(1)
})

test('the table works by keyboard', async ({ page }) => {
  await goTo(page, 'Meetings', '')
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('ArrowDown')
  const row = page.locator('[data-row]:focus')
  const title = (await row.locator('.title').textContent()) ?? ''
  await page.keyboard.press('Enter')
  await expect(page.getByRole('complementary', { name: title })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(row.locator('.title')).toHaveText(title)
})

test('the forward book opens a week, and has a table', async ({ page }) => {
  await goTo(page, 'Meetings', '')
  await expect(page.getByRole('heading', { name: /breaks its band in week 46/ })).toBeVisible()
  await page.getByRole('button', { name: /^Week 48: / }).click()
  const panel = page.getByRole('complementary', { name: 'Week 48' })
  await expect(panel.getByRole('list', { name: 'Events behind it' })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Show as table' }).click()
  await expect(page.getByRole('dialog', { name: 'Promised ahead' }).getByRole('row')).toHaveCount(9)
})

test('what a series achieves is said and can be taken back', async ({ page }) => {
  await goTo(page, 'Meetings', 'state=mine')
  await page.getByRole('button', { name: /^Platform sync/ }).click()
  const choice = page.getByRole('group', { name: 'What it achieves' })
  await choice.getByRole('button', { name: 'Little' }).click()
  await expect(choice.getByRole('button', { name: 'Little' })).toHaveAttribute('aria-pressed', 'true')
  const news = page.getByRole('status', { name: 'News' })
  await expect(news).toContainText('Judge a series')
  await news.getByRole('button', { name: 'Undo' }).click()
  await expect(choice.getByRole('button', { name: 'Not said' })).toHaveAttribute('aria-pressed', 'true')
})

const STATES: Record<string, { query: string; reach?: RegExp }> = {
  meetings: { query: '' },
  'a series': { query: '', reach: /^Platform sync/ },
  'a week ahead': { query: '', reach: /^Week 48: / },
  'how it is computed': { query: '', reach: /^How this is computed$/ },
  'no meetings': { query: 'state=little' }
}
for (const [name, { query, reach }] of Object.entries(STATES))
  test(`${name}: accessible and uncut in both themes and sizes`, async ({ page }) => {
    await expectFine(page, async () => {
      await goTo(page, 'Meetings', `${query}`)
      if (reach) await page.getByRole('button', { name: reach }).click()
    })
  })
