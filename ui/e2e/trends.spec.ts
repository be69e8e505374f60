import { expect } from '@playwright/test'
import { THEMES, expectAccessible, expectFine, expectNothingCut, goTo, test } from './page'

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
    await expectFine(page, async () => {
      await goTo(page, 'Trends', `${query}`)
      if (reach) await page.getByRole('button', { name: reach, exact: true }).click()
    })
  })

test('the table: accessible and uncut in both themes and sizes', async ({ page }) => {
  await expectFine(page, async () => {
    await goTo(page, 'Trends', '')
    await page.keyboard.press('v')
    await expect(page.getByRole('dialog')).toBeVisible()
  })
})

test('days, calendars and targets are chosen by keyboard, told in words, and kept', async ({ page }) => {
  const complaints = await goTo(page, 'Trends')
  await page.keyboard.press('p')
  const menu = page.getByRole('dialog', { name: 'What the screen is about' })
  await menu.getByRole('radio', { name: 'Year', exact: true }).check()
  await menu.getByRole('button', { name: 'Family' }).click()
  await menu.getByLabel('Compared with').selectOption('Architect')
  await page.keyboard.press('Escape')
  const trigger = page.getByRole('button', { name: /^Period, calendars and targets: / })
  await expect(trigger).toBeFocused()
  await expect(trigger).toHaveAccessibleName(/Year · Demo: Sam Okafor · Architect/)
  await page.getByRole('navigation').getByRole('button', { name: 'People' }).click()
  await expect(page.getByRole('button', { name: /^Period.*: Last half year$/ })).toBeVisible()
  await page.getByRole('navigation').getByRole('button', { name: 'Trends' }).click()
  await expect(trigger).toHaveAccessibleName(/Year/)
  await page.keyboard.press('q')
  await expect(page.getByRole('group', { name: 'Trends by quarter' })).toBeVisible()
  await page.keyboard.press('w')
  await trigger.click()
  await menu.getByRole('radio', { name: 'From … to …' }).check()
  await expect(menu.getByRole('status')).toContainText('Write both days')
  await menu.getByLabel('First day').fill('2026-11-09')
  await menu.getByLabel('Last day').fill('2026-11-15')
  await menu.getByLabel('Last day').blur()
  await expect(menu.getByRole('status')).toBeEmpty()
  await menu.getByRole('radio', { name: 'All', exact: true }).check()
  await expect(page.getByRole('group', { name: 'Trends by month' })).toBeVisible()
  await menu.getByRole('button', { name: 'Show everything as usual' }).click()
  await expect(trigger).toHaveAccessibleName(/Last two years$/)
  expect(complaints).toEqual([])
})

test('the hours of the week: arrows move, a cell leads to its meetings, tables say the same', async ({
  page
}) => {
  const complaints = await goTo(page, 'Trends', '')
  await page.keyboard.press('h')
  const map = page.getByRole('group', { name: /^Weekdays by hours/ })
  await map.getByRole('button', { name: /^Tuesday 10:00/ }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(map.locator(':focus')).toHaveAccessibleName(/^Wednesday 10:00: \d+ min in meetings/)
  await page.keyboard.press('ArrowDown')
  await expect(map.locator(':focus')).toHaveAccessibleName(/^Wednesday 11:00/)
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  const panel = page.getByRole('complementary')
  await expect(panel.getByRole('heading', { level: 2, name: 'Wednesday, 10:00–11:00' })).toBeFocused()
  await expect(panel.getByText('Meetings that reach into it')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(map.locator(':focus')).toHaveAccessibleName(/^Wednesday 10:00/)
  await page.getByRole('button', { name: 'Focus lost' }).click()
  await expect(map.getByRole('button', { name: /of focus time lost$/ }).first()).toBeVisible()
  await page.getByRole('button', { name: /^4 h and longer: / }).click()
  await expect(panel.getByRole('list', { name: /^Free stretches/ })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Show the meetings' }).click()
  await panel.getByRole('list', { name: 'Meetings between two gaps' }).getByRole('button').first().click()
  await expect(panel.getByRole('button', { name: 'Back' })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('v')
  await expect(page.getByRole('dialog').getByRole('table')).toHaveCount(2)
  expect(complaints).toEqual([])
})

test('every figure opens how it is computed and the events behind it', async ({ page }) => {
  await goTo(page, 'Trends', '')
  await page.keyboard.press('f')
  const panel = page.getByRole('complementary')
  for (const name of [
    /^Meeting load/,
    /^Lead time/,
    /^Survival|^Blocks kept/,
    /^Switches/,
    /^Gap to the bands/
  ]) {
    await page.locator('main').getByRole('button', { name }).click()
    await expect(panel.getByRole('heading', { name: 'How this is computed' })).toBeVisible()
    await page.keyboard.press('Escape')
  }
  await page
    .locator('main')
    .getByRole('button', { name: /^Meeting load/ })
    .click()
  await panel.getByRole('list', { name: 'Events behind it' }).getByRole('button').first().click()
  await expect(panel.getByRole('heading', { name: 'Why this category' })).toBeVisible()
})

test('series judged in Meetings stand in the quadrant of impact and effort', async ({ page }) => {
  await goTo(page, 'Meetings')
  await page.getByRole('table').getByRole('button').filter({ hasText: /\w/ }).nth(9).click()
  const panel = page.getByRole('complementary')
  await panel.getByRole('button', { name: 'Little' }).click()
  await expect(panel.getByRole('button', { name: 'Little', pressed: true })).toBeVisible()
  await page.getByRole('navigation').getByRole('button', { name: 'Trends' }).click()
  await page.getByRole('group', { name: 'Trends by week' }).waitFor()
  await page.keyboard.press('l')
  await expect(panel.getByRole('group', { name: 'Impact by effort' }).getByRole('button')).toHaveCount(1)
  await expect(panel.getByRole('table')).toContainText('little')
  await expectNothingCut(page)
  for (const theme of THEMES) {
    await page.evaluate((shown) => (document.documentElement.dataset.theme = shown), theme)
    await expectAccessible(page)
  }
  await panel.getByRole('group', { name: 'Impact by effort' }).getByRole('button').click()
  await expect(panel.getByRole('button', { name: 'Back' })).toBeVisible()
})

const VIEWS: Record<string, { query: string; key: string; reach?: RegExp }> = {
  'the hours of the week': { query: '', key: 'h' },
  'an hour': { query: '', key: 'h', reach: /^Tuesday 10:00/ },
  'the meetings between gaps': { query: '', key: 'h', reach: /^Show the meetings/ },
  'all figures': { query: '', key: 'f' },
  'a figure': { query: '', key: 'f', reach: /^Lead time/ },
  'the choice of days': { query: 'state=mine', key: 'p' }
}
for (const [name, { query, key, reach }] of Object.entries(VIEWS))
  test(`${name}: accessible and uncut in both themes and sizes`, async ({ page }) => {
    await expectFine(page, async () => {
      await goTo(page, 'Trends', `${query}`)
      await page.keyboard.press(key)
      if (reach) await page.getByRole('button', { name: reach }).first().click()
    })
  })
