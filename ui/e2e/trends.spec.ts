import { expect, test } from '@playwright/test'
import { expectFine, goTo } from './page'

test('every mark opens what is behind it, and Esc leads back to it', async ({ page }) => {
  const complaints = await goTo(page, 'Trends', '')
  const panel = page.getByRole('complementary')
  const opens = async (name: RegExp, heading: RegExp) => {
    const mark = page.getByRole('button', { name }).first()
    await mark.click()
    await expect(panel.getByRole('heading', { level: 2, name: heading })).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(panel).toBeHidden()
    await expect(mark).toBeFocused()
  }
  await opens(/fell in week|broke in week|rose in week/, /What changed/)
  await opens(/^Week 45, Cross-team: /, /Cross-team/)
  await opens(/^Week 45, Open focus: /, /Open focus/)
  await opens(/^Week 45, Meeting load: /, /Meeting load/)
  await opens(/^Week 45$/, /Week 45/)
  await opens(/^What changed in Week/, /What changed/)
  await opens(/^Meeting load$/, /Meeting load/)
  await opens(/^Cross-team: /, /Cross-team/)
  expect(complaints).toEqual([])
})

test('a bar leads to its events, to why, and to the week it is in', async ({ page }) => {
  await goTo(page, 'Trends', '')
  await page.getByRole('button', { name: /^Week 45, Cross-team: / }).click()
  const panel = page.getByRole('complementary')
  await panel.getByRole('list', { name: 'Events behind it' }).getByRole('button').first().click()
  await expect(panel.getByRole('heading', { name: 'Why this category' })).toBeVisible()
  await panel.getByRole('button', { name: 'Back' }).click()
  await panel.getByRole('list', { name: 'Events behind it' }).getByRole('button').first().click()
  await panel.getByRole('button', { name: 'Show it in its week' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Week 45')
})

test('the charts work by keyboard: one Tab in, arrows within, letters for what is shown', async ({
  page
}) => {
  await goTo(page, 'Trends', '')
  await page.getByRole('button', { name: 'Other work', exact: true }).focus()
  const chart = page.getByRole('group', { name: 'Trends by week' })
  for (let tab = 0; tab < 8; tab += 1) {
    await page.keyboard.press('Tab')
    if (await chart.evaluate((element) => element.contains(document.activeElement))) break
  }
  const mark = chart.locator('[data-stop]:focus')
  await expect(mark).toHaveAttribute('aria-label', /^Week 46, not a whole one/)
  await page.keyboard.press('ArrowLeft')
  await expect(mark).toHaveAttribute('aria-label', 'Week 45')
  await page.keyboard.press('ArrowUp')
  await expect(mark).toHaveAttribute('aria-label', /^Week 45, Blocks kept/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('complementary')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(mark).toHaveAttribute('aria-label', /^Week 45, Blocks kept/)
  await page.keyboard.press('3')
  await expect(page.getByRole('button', { name: 'Cross-team', pressed: true })).toBeVisible()
  await page.keyboard.press('m')
  await expect(page.getByRole('group', { name: 'Trends by month' })).toBeVisible()
})

test('two periods are compared, and a week is left out as unusual and counted again', async ({ page }) => {
  await goTo(page, 'Trends', 'state=mine')
  await page.getByLabel('From', { exact: true }).selectOption('Week 30')
  await expect(page.getByRole('list', { name: 'What changed from Week 30 to Week 45' })).toBeVisible()
  await page.getByRole('button', { name: 'Week 43', exact: true }).click()
  const panel = page.getByRole('complementary')
  await panel.getByLabel(/why this one says little/).fill('StaffCon')
  await panel.getByRole('button', { name: 'Leave it out' }).click()
  await expect(page.getByRole('status', { name: 'News' })).toContainText('Mark a week')
  await expect(panel).toContainText('Left out of comparisons: StaffCon')
  await panel.getByRole('button', { name: 'Count it again' }).click()
  await expect(panel.getByRole('button', { name: 'Leave it out' })).toBeVisible()
})

test('priorities are written, and the lenses lead to events', async ({ page }) => {
  await goTo(page, 'Trends', 'state=mine')
  await page.keyboard.press('l')
  const panel = page.getByRole('complementary')
  await panel.getByLabel(/Three to five things/).fill('Ledger migration: migration, ledger')
  await panel.getByRole('button', { name: 'Save' }).click()
  await expect(panel.getByRole('button', { name: /^Ledger migration/ })).toBeVisible()
  await panel.getByRole('button', { name: /^Good influence/ }).click()
  await expect(panel.getByRole('list', { name: 'Events behind it' })).toBeVisible()
})

const STATES: Record<string, { query: string; reach?: string }> = {
  trends: { query: '' },
  'a period': { query: '', reach: 'Week 45' },
  lenses: { query: '', reach: 'Lenses' },
  'too little to tell': { query: 'state=little' },
  'an error': { query: 'state=broken' }
}
for (const [name, { query, reach }] of Object.entries(STATES))
  test(`${name}: accessible and uncut in both themes and sizes`, async ({ page }) => {
    await expectFine(page, async (theme) => {
      await goTo(page, 'Trends', `${query}&theme=${theme}`)
      if (reach) await page.getByRole('button', { name: reach, exact: true }).click()
    })
  })

test('the table: accessible and uncut in both themes and sizes', async ({ page }) => {
  await expectFine(page, async (theme) => {
    await goTo(page, 'Trends', `theme=${theme}`)
    await page.keyboard.press('v')
    await expect(page.getByRole('dialog')).toBeVisible()
  })
})
