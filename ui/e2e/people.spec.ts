import { expect } from '@playwright/test'
import { expectFine, goTo, test } from './page'

test('every row opens what is behind it, and Esc leads back to it', async ({ page }) => {
  const complaints = await goTo(page, 'People', 'state=drifting')
  const panel = page.getByRole('complementary')
  const opens = async (list: string, text: RegExp) => {
    const row = page.getByRole('list', { name: list }).getByRole('button').first()
    await row.click()
    await expect(panel).toContainText(text)
    await page.keyboard.press('Escape')
    await expect(row).toBeFocused()
  }
  await opens('Mentoring by person', /Of all mentoring/)
  await opens('Teams', /Last met/)
  await opens('Bridges', /is the only meeting with/)
  await opens('Outside companies', /My hours a week/)
  await opens('Time zones', /Outside 9–17 where they are/)
  await page.getByRole('button', { name: /^Jo Lindqvist/ }).click()
  await expect(panel).toContainText('Every week intended, every 5 weeks held')
  await panel.getByRole('list', { name: 'Events behind it' }).getByRole('button').first().click()
  await expect(panel.getByRole('heading', { name: 'Why this category' })).toBeVisible()
  expect(complaints).toEqual([])
})

test('what drifts is said first, in words and without a name for its cause', async ({ page }) => {
  await goTo(page, 'People', 'state=drifting')
  await expect(page.getByRole('heading', { name: '2 of 10 rhythms drift' })).toBeVisible()
  await goTo(page, 'People', '')
  await expect(page.getByRole('heading', { name: 'Every 1:1 keeps its rhythm' })).toBeVisible()
})

test('a team is named by keyboard, and the name can be taken back', async ({ page }) => {
  await goTo(page, 'People', 'state=mine')
  const teams = page.getByRole('list', { name: 'Teams' })
  await teams.getByRole('button').first().press('Enter')
  await page.getByLabel('What you call this team').fill('Ledger team')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('complementary', { name: 'Ledger team' })).toBeVisible()
  await expect(page.getByRole('status', { name: 'News' })).toContainText('Name a team')
  await page.keyboard.press('Escape')
  await expect(teams.getByRole('button').first()).toContainText('Ledger team')
  await page.getByRole('status', { name: 'News' }).getByRole('button', { name: 'Undo' }).click()
  await expect(teams.getByRole('button').first()).not.toContainText('Ledger team')
})

const STATES: Record<string, { query: string; reach?: RegExp }> = {
  people: { query: '' },
  'what drifts': { query: 'state=drifting' },
  'a conversation of two': { query: 'state=drifting', reach: /^Jo Lindqvist/ },
  'a team': { query: '', reach: /mine/ },
  'how it is computed': { query: '', reach: /^How this is computed.*rhythms/ },
  'nobody known': { query: 'state=little' }
}
for (const [name, { query, reach }] of Object.entries(STATES))
  test(`${name}: accessible and uncut in both themes and sizes`, async ({ page }) => {
    await expectFine(page, async () => {
      await goTo(page, 'People', `${query}`)
      if (reach) await page.getByRole('button', { name: reach }).click()
    })
  })
