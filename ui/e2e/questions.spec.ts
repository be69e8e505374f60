import { expect, type Page } from '@playwright/test'
import { expectFine, goByKeys, goTo, openWindow, test } from './page'

const asked = (page: Page) =>
  page.getByRole('region', { name: 'The question' }).getByRole('heading', { level: 2 })
const listed = (page: Page) => page.getByRole('navigation', { name: 'Questions' }).getByRole('listitem')
const settled = (page: Page) => page.getByRole('region', { name: 'Settled' })

test('questions are answered by one key each, the next comes by itself, and each can be taken back', async ({
  page
}) => {
  const complaints = await goTo(page, 'Questions')
  const before = await listed(page).count()
  const first = (await asked(page).textContent()) ?? ''
  await page.keyboard.press('2')
  await expect(listed(page)).toHaveCount(before - 1)
  const second = (await asked(page).textContent()) ?? ''
  expect(second).not.toBe(first)
  await page.keyboard.press('y')
  await expect(listed(page)).toHaveCount(before - 2)
  await expect(settled(page).getByRole('button', { name: 'Undo' })).toHaveCount(2)
  await expect(page.getByRole('navigation', { name: 'Screens' })).toContainText(/Questions\s*\d+ waiting/)

  await page.keyboard.press('Control+z')
  await expect(asked(page)).toHaveText(second)
  await settled(page).getByRole('button', { name: 'Undo' }).click()
  await expect(asked(page)).toHaveText(first)
  await expect(listed(page)).toHaveCount(before)
  expect(complaints).toEqual([])
})

test('a question can wait, or never be asked again', async ({ page }) => {
  await goTo(page, 'Questions')
  const before = await listed(page).count()
  const first = (await asked(page).textContent()) ?? ''
  await page.keyboard.press('j')
  await expect(asked(page)).not.toHaveText(first)
  await page.keyboard.press('k')
  await expect(asked(page)).toHaveText(first)
  await page.keyboard.press('l')
  await expect(asked(page)).not.toHaveText(first)
  await expect(listed(page)).toHaveCount(before)
  await page.keyboard.press('n')
  await expect(listed(page)).toHaveCount(before - 1)
})

test('a model on this computer answers once that is switched on, and nothing is kept before it was seen', async ({
  page
}) => {
  await goTo(page, 'Settings')
  await page.getByRole('button', { name: 'Assistants' }).click()
  const may = page.getByRole('switch', { name: 'Let a model on this computer answer questions' })
  await may.click()
  await expect(page.getByText('say what the model is called')).toBeVisible()
  await expect(may).not.toBeChecked()
  await page.getByRole('textbox', { name: 'Its name' }).fill('tiny')
  await page.getByRole('textbox', { name: 'Its name' }).press('Tab')
  await page.getByRole('textbox', { name: 'Its address' }).fill('http://models.example.org')
  await page.getByRole('textbox', { name: 'Its address' }).press('Tab')
  await may.click()
  await expect(page.getByText('no address of a model')).toBeVisible()
  await page.getByRole('textbox', { name: 'Its address' }).fill('http://localhost:11434')
  await page.getByRole('textbox', { name: 'Its address' }).press('Tab')
  await may.click()
  await expect(may).toBeChecked()

  await goByKeys(page, 'q', 'Questions')
  await expect(listed(page)).not.toHaveCount(0)
  const before = await listed(page).count()
  const model = page.getByRole('region', { name: 'A model on this computer' })
  await model.getByRole('button', { name: 'Let tiny answer' }).click()
  const told = model.getByRole('heading', { name: /^tiny answered \d+ of \d+ questions$/ })
  await expectFine(page, () => told.waitFor())
  await expect(listed(page)).toHaveCount(before)
  await model.getByRole('button', { name: /^Keep \d+ answers$/ }).click()
  await expect(settled(page)).toContainText('by tiny')
  expect(await listed(page).count()).toBeLessThan(before)
})

test('the week names the questions behind its doubt and leads to them', async ({ page }) => {
  await openWindow(page)
  await page.getByRole('button', { name: /^\d+ questions? settles? .*\sh$/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Questions' })).toBeFocused()
  await expect(asked(page)).toBeVisible()
})

test('an event of the week is corrected where it is seen, and the correction taken back', async ({
  page
}) => {
  await goTo(page, 'Questions')
  await goByKeys(page, 'w', 'Week')
  const event = page.getByRole('button', { name: /^Platform sync/ })
  await event.focus()
  await page.keyboard.press('5')
  const panel = page.getByRole('complementary', { name: 'Platform sync' })
  // Before anything is saved, it says what would change.
  await expect(panel.locator('[data-answer="strategy"]')).toBeFocused()
  await expect(panel).toContainText('Strategy would move')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status', { name: 'News' })).toContainText('“Platform sync” is strategy')
  await expect(panel).toContainText('You said what its series is.')
  await panel.getByRole('button', { name: 'Take it back' }).click()
  await expect(panel).not.toContainText('You said')
  await page.keyboard.press('4')
  await expect(page.getByRole('status', { name: 'News' })).toContainText('“Platform sync” is review')
})

test('the demo lets one try an answer, says that it is forgotten, and takes it back', async ({ page }) => {
  await goTo(page, 'Questions', 'state=demo')
  const before = await listed(page).count()
  await expect(page.getByRole('main')).toContainText('forgotten when it is closed')
  await page.keyboard.press('1')
  await expect(listed(page)).toHaveCount(before - 1)
  await settled(page).getByRole('button', { name: 'Undo' }).click()
  await expect(listed(page)).toHaveCount(before)
})

test('questions: accessible and uncut in both themes and sizes', async ({ page }) => {
  await expectFine(page, async () => {
    await goTo(page, 'Questions')
    await page.keyboard.press('1')
    await settled(page).waitFor()
  })
})

test('nothing to ask: accessible and uncut in both themes and sizes', async ({ page }) => {
  await expectFine(page, () => goTo(page, 'Questions', 'state=settled'))
})

test('fifteen questions are settled by fifteen keys, and the keyboard is where the next one is', async ({
  page
}) => {
  await goTo(page, 'Questions', 'state=mine')
  const before = await listed(page).count()
  const many = Math.min(15, before - 1)
  // Nobody waits for the answer before to be kept.
  for (let nth = 0; nth < many; nth += 1) await page.keyboard.press(nth % 3 === 0 ? '2' : 'y')
  await expect(listed(page)).toHaveCount(before - many)
  await expect(asked(page)).toBeFocused()
  await expect(settled(page).getByRole('button', { name: `All ${many}` })).toBeVisible()
})

test('an option is chosen with Enter, and a question put off comes back with an undo', async ({ page }) => {
  await goTo(page, 'Questions')
  const first = (await asked(page).textContent()) ?? ''
  await page.keyboard.press('l')
  await expect(asked(page)).not.toHaveText(first)
  await page.keyboard.press('Control+z')
  await expect(asked(page)).toHaveText(first)
  await expect(asked(page)).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(asked(page)).not.toHaveText(first)
  await expect(asked(page)).toBeFocused()
  // A key that is held down answers once.
  const before = await listed(page).count()
  await page.keyboard.down('y')
  await page.keyboard.down('y')
  await page.keyboard.up('y')
  await expect(listed(page)).toHaveCount(before - 1)
})
