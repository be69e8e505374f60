import { expect, type Page } from '@playwright/test'
import { expectFine, goByKeys, goTo, test } from './page'

const rows = (page: Page) => page.getByRole('list', { name: 'Rules', exact: true }).getByRole('listitem')
const news = (page: Page) => page.getByRole('status', { name: 'News' })

test('a rule is written by keyboard, and shows what it matches meanwhile', async ({ page }) => {
  const complaints = await goTo(page, 'Rules')
  await page.keyboard.press('n')
  const panel = page.getByRole('complementary', { name: 'New rule' })
  await expect(panel.getByLabel('Words')).toBeFocused()
  await expect(panel.getByRole('button', { name: 'Add the rule' })).toBeDisabled()
  await page.keyboard.type('stand up')
  const matches = panel.getByRole('region', { name: 'What it matches' })
  await expect(matches).toContainText('Stand-up')
  await panel.getByLabel('Category', { exact: true }).selectOption('cross_team')
  await expect(matches).toContainText('would be something else without it')
  await panel.getByLabel('Kind').selectOption('guild')
  await panel.getByLabel('Words').press('Enter')
  await expect(panel).toBeHidden()
  await expect(rows(page)).toHaveCount(6)
  await expect(rows(page).last()).toContainText('Title has “stand up”')
  await page.keyboard.press('Control+z')
  await expect(rows(page)).toHaveCount(5)
  expect(complaints).toEqual([])
})

test('a pattern that cannot be read says so and is not saved', async ({ page }) => {
  await goTo(page, 'Rules')
  await rows(page)
    .nth(1)
    .getByRole('button', { name: /^Title matches/ })
    .click()
  const panel = page.getByRole('complementary', { name: 'Rule 2' })
  await panel.getByLabel('Pattern').fill('(RFC')
  await expect(panel).toContainText('no regular expression')
  await expect(panel.getByRole('button', { name: 'Save' })).toBeDisabled()
  await page.keyboard.press('Escape')
  await panel.getByRole('button', { name: 'Cancel' }).click()
  await expect(rows(page).nth(1)).toContainText('^(RFC|ADR)')
})

test('conditions are added, changed and taken away', async ({ page }) => {
  await goTo(page, 'Rules')
  await page.getByRole('button', { name: /^Guilds/ }).click()
  const panel = page.getByRole('complementary', { name: 'Rule 1' })
  await panel.getByRole('button', { name: 'And' }).click()
  await panel.getByLabel('What is looked at').last().selectOption('people')
  await panel.getByLabel('At least so many people').fill('9')
  await panel.getByLabel('Whether it must hold').last().selectOption('not')
  await panel.getByRole('button', { name: 'Save' }).click()
  await expect(rows(page).first()).toContainText('title has “guild” and not: at least 9 people')
  await page.getByRole('button', { name: /^Guilds/ }).click()
  await panel.getByRole('button', { name: 'Remove this condition' }).last().click()
  await panel.getByRole('button', { name: 'Save' }).click()
  await expect(rows(page).first()).not.toContainText('people')
})

test('rules are put in order by keyboard and by hand', async ({ page }) => {
  await goTo(page, 'Rules')
  const grip = page.getByRole('button', { name: /^Move Guilds/ })
  await grip.focus()
  await page.keyboard.press('Alt+ArrowDown')
  await expect(rows(page).nth(1)).toContainText('Guilds')
  await expect(grip).toBeFocused()
  await page.keyboard.press('Control+z')
  await expect(rows(page).first()).toContainText('Guilds')

  const from = (await grip.boundingBox())!
  const to = (await rows(page).nth(3).boundingBox())!
  await page.mouse.move(from.x + 8, from.y + 8)
  await page.mouse.down()
  await page.mouse.move(from.x + 8, to.y + to.height - 4, { steps: 6 })
  await page.mouse.up()
  await expect(rows(page).nth(3)).toContainText('Guilds')
  await expect(news(page)).toContainText('Change a rule')
})

test('an event becomes a rule', async ({ page }) => {
  await goTo(page, 'Rules')
  await goByKeys(page, 'w', 'Week')
  await page.getByRole('button', { name: /^Platform sync/ }).click()
  await page.getByRole('complementary').getByRole('button', { name: 'Make a rule of it…' }).click()
  const panel = page.getByRole('complementary', { name: 'New rule' })
  await expect(panel.getByLabel('Words')).toHaveValue('Platform sync')
  await expect(panel.getByRole('region', { name: 'What it matches' })).toContainText('Platform sync')
})

test('a rule is switched off and removed', async ({ page }) => {
  await goTo(page, 'Rules')
  await page.getByRole('switch', { name: 'Ask Guilds' }).click()
  await expect(rows(page).first()).toContainText('would match')
  await page.getByRole('button', { name: /^Guilds/ }).click()
  await page.getByRole('complementary').getByRole('button', { name: 'Remove', exact: true }).click()
  await expect(rows(page)).toHaveCount(4)
  await expect(news(page)).toContainText('Remove a rule')
})

test('rules: accessible and uncut in both themes and sizes', async ({ page }) => {
  await expectFine(page, () => goTo(page, 'Rules', 'state=mine'))
})

test('no rules: accessible and uncut in both themes and sizes', async ({ page }) => {
  await expectFine(page, () => goTo(page, 'Rules', 'state=empty'))
})

test('a rule: accessible and uncut in both themes and sizes', async ({ page }) => {
  await expectFine(page, async () => {
    await goTo(page, 'Rules', 'state=mine')
    await page.getByRole('button', { name: /^Large and not mine/ }).click()
    await page.getByRole('complementary').getByText('Migration steering').waitFor()
  })
})
