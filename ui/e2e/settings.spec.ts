import { expect, type Page } from '@playwright/test'
import { expectFine, goTo, test } from './page'

const section = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Sections' }).getByRole('button', { name, exact: true }).click()
const week = (page: Page) =>
  page.getByRole('navigation', { name: 'Screens' }).getByRole('button', { name: 'Week', exact: true }).click()
const news = (page: Page) => page.getByRole('status', { name: 'News' })

for (const name of ['You', 'Working time', 'Targets', 'Kinds', 'Display'])
  test(`${name}: accessible and uncut in both themes and sizes`, async ({ page }) => {
    await expectFine(page, async () => {
      await goTo(page, 'Settings', 'state=mine')
      await section(page, name)
    })
  })

test('a profile being edited is accessible and uncut in both themes and sizes', async ({ page }) => {
  await expectFine(page, async () => {
    await goTo(page, 'Settings', 'state=mine')
    await section(page, 'Targets')
    await page.getByRole('button', { name: 'Make a copy to edit' }).click()
    await page.getByLabel('Deep work, at least per cent').fill('95')
  })
})

test('a profile is copied, edited as far as it is valid, chosen everywhere, and removed', async ({
  page
}) => {
  const complaints = await goTo(page, 'Settings')
  await section(page, 'Targets')
  await page.getByRole('button', { name: 'Make a copy to edit' }).click()
  const name = page.getByLabel('Name')
  await expect(name).toHaveValue('Staff+, mine')
  await name.fill('Half time')
  await name.press('Enter')
  await expect(page.getByRole('radio', { name: 'Half time' })).toBeChecked()

  const low = page.getByLabel('Deep work, at least per cent')
  await low.fill('95')
  await expect(page.getByText('A band does not end before it starts.')).toBeVisible()
  await page.getByLabel('Deep work, at most per cent').fill('100')
  await page.getByLabel('Deep work, at most per cent').press('Tab')
  await expect(page.getByText('The lower ends sum to 145 %: more than the week has.')).toBeVisible()
  await low.fill('20')
  await low.press('Tab')
  await expect(news(page)).toContainText('Change the profile Half time')

  await week(page)
  await page.getByRole('button', { name: 'Profile: Half time' }).click()
  await expect(page.getByRole('menuitemradio', { name: /^Half time/ })).toBeVisible()
  await page.keyboard.press('Escape')

  await page.keyboard.press('Control+,')
  await page.getByRole('button', { name: 'Remove', exact: true }).click()
  await expect(page.getByRole('radio', { name: 'Half time' })).toBeHidden()
  await expect(page.getByRole('radio', { name: 'Staff+' })).toBeChecked()
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('radio', { name: 'Half time' })).toBeChecked()
  expect(complaints).toEqual([])
})

test('a kind is put into another category, offered there, and put back by undo', async ({ page }) => {
  await goTo(page, 'Settings')
  await section(page, 'Kinds')
  await page.getByLabel('Category of Triage').selectOption('other_work')
  await expect(page.getByText('1 kind elsewhere than usual.')).toBeVisible()
  await week(page)
  await page.locator('ol [data-stop^="event"]').nth(3).click()
  const group = page.getByLabel('Or its kind').locator('optgroup[label="Other work"]')
  await expect(group.locator('option', { hasText: 'Triage' })).toHaveCount(1)
  await page.keyboard.press('Control+,')
  await news(page).getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('Every kind is where it usually is.')).toBeVisible()
})

test('a correction can name a kind', async ({ page }) => {
  await goTo(page, 'Settings')
  await week(page)
  await page.locator('ol [data-stop^="event"]').nth(3).click()
  await page.getByLabel('Or its kind').selectOption('design_review')
  await page.getByRole('button', { name: 'Say so' }).click()
  await expect(news(page)).toContainText('is')
  await expect(page.getByText(/^You said what/)).toBeVisible()
})

test('days have their own hours, and days off are marked in the list and in the grid', async ({ page }) => {
  await goTo(page, 'Settings')
  await section(page, 'Working time')
  const friday = page.getByLabel('Friday')
  await friday.fill('9-12')
  await friday.press('Tab')
  await expect(friday).toHaveValue('9:00–12:00')
  await friday.fill('')
  await friday.press('Tab')
  await expect(page.getByText('off', { exact: true })).toHaveCount(3)

  await page.getByLabel('First day off').fill('2026-12-21')
  await page.getByLabel('Last day off').fill('2026-12-23')
  const group = page.getByRole('group', { name: 'Days off' })
  await group.getByRole('button', { name: 'Add', exact: true }).click()
  const list = page.getByRole('list', { name: 'Days off' })
  await expect(list).toContainText('21 Dec 2026 – 23 Dec 2026')

  await week(page)
  await page.getByRole('button', { name: /^Thursday 12 Nov/ }).click()
  await page.getByRole('button', { name: 'Mark as a day off' }).click()
  await expect(page.getByRole('button', { name: /^Thursday 12 Nov, today, day off/ })).toBeVisible()
  await page.keyboard.press('Control+,')
  await expect(list).toContainText('Thu 12 Nov 2026')
  await list.getByRole('button', { name: 'Remove Thu 12 Nov 2026' }).click()
  await expect(list).not.toContainText('Thu 12 Nov 2026')
})

test('a journey moves the working hours to another clock, says so in the grid, and is undone in one step', async ({
  page
}) => {
  await goTo(page, 'Settings')
  await section(page, 'Working time')
  const form = page.getByRole('group', { name: 'Travel' })
  await form.getByRole('button', { name: 'Add' }).click()
  await expect(form.getByRole('alert')).toHaveText('Choose the first day.')
  await form.getByLabel('First day away').fill('2026-11-10')
  await form.getByLabel('Last day away').fill('2026-11-12')
  await form.getByLabel('Zone away').fill('Asia/Tokyo')
  await form.getByLabel('Zone away').press('Enter')
  const list = form.getByRole('list', { name: 'Travel' })
  await expect(list).toContainText('10 Nov 2026 – 12 Nov 2026')
  await expect(form.getByLabel('Zone away')).toHaveValue('')
  await form.getByLabel('First day away').fill('2026-11-12')
  await form.getByLabel('Zone away').fill('Asia/Seoul')
  await form.getByRole('button', { name: 'Add' }).click()
  await expect(form.getByRole('alert')).toContainText('You are in Tokyo then')

  await week(page)
  const thursday = page.getByRole('button', { name: /^Thursday 12 Nov, today, working hours of Tokyo/ })
  await expect(thursday).toContainText('Tokyo hours')
  await expect(page.getByText('Tokyo hours')).toHaveCount(3)
  await thursday.click()
  await expect(page.getByText(/From 10 Nov 2026 to 12 Nov 2026/)).toBeVisible()
  await page.keyboard.press('Control+,')
  await list.getByRole('button', { name: /^Remove Tokyo/ }).click()
  await expect(list).toBeHidden()
  await news(page).getByRole('button', { name: 'Undo' }).last().click()
  await expect(list).toContainText('Asia/Tokyo')
})

test('times and weeks are written as the user says', async ({ page }) => {
  await goTo(page, 'Settings')
  await section(page, 'Display')
  await page.getByRole('button', { name: '5:30 pm' }).click()
  await page.getByRole('switch', { name: 'Call weeks by their numbers' }).click()
  await week(page)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('9–15 Nov 2026')
  await expect(page.locator('.clock')).toContainText('1 pm')
})

test('while titles are hidden nothing of them is in the window, and a marker says so', async ({ page }) => {
  await goTo(page, 'Settings')
  await week(page)
  const event = page.locator('ol [data-stop^="event"]').nth(3)
  const title = ((await event.getAttribute('aria-label')) ?? '').split(',')[0] ?? ''
  expect(title).not.toBe('')
  // What is read or heard; the ids of events are neither.
  const told = () =>
    page.evaluate(() =>
      [
        document.body.textContent,
        ...[...document.querySelectorAll('*')].flatMap((one) =>
          ['aria-label', 'title', 'aria-description', 'placeholder', 'value'].map((name) =>
            one.getAttribute(name)
          )
        )
      ].join('\n')
    )
  expect(await told()).toContain(title)
  await page.keyboard.press('Control+Shift+h')
  const marker = page.getByRole('button', { name: /^Titles hidden/ })
  await expect(marker).toBeVisible()
  for (const screen of ['Week', 'Meetings', 'People', 'Plan', 'Questions', 'Sources']) {
    await page.getByRole('navigation', { name: 'Screens' }).getByRole('button', { name: screen }).click()
    await page.locator('main:not([aria-busy="true"])').waitFor()
    const all = await told()
    for (const secret of [title, '@']) expect(all.includes(secret), `${screen} tells ${secret}`).toBe(false)
  }
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').fill('titles')
  await page.keyboard.press('Enter')
  await expect(marker).toBeHidden()
  await week(page)
  await expect.poll(told).toContain(title)
})
