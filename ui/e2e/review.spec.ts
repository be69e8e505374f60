import { expect, test } from '@playwright/test'
import { expectFine, goTo } from './page'

test('questions are answered by one key each, and the next comes by itself', async ({ page }) => {
  const complaints = await goTo(page, 'Review queue')
  const title = page.getByRole('region', { name: 'The question' }).getByRole('heading', { level: 2 })
  const questions = page.getByRole('navigation', { name: 'Questions' }).getByRole('listitem')
  const before = await questions.count()
  const first = (await title.textContent()) ?? ''
  await page.keyboard.press('4')
  await expect(page.getByRole('status', { name: 'News' })).toContainText(`“${first}” is review`)
  await expect(questions).toHaveCount(before - 1)
  const second = (await title.textContent()) ?? ''
  expect(second).not.toBe(first)
  await page.keyboard.press('y')
  await expect(questions).toHaveCount(before - 2)
  await expect(page.getByText('2 answers just now')).toBeVisible()
  await expect(page.getByRole('navigation', { name: 'Screens' })).toContainText(
    `Review queue ${before - 2} waiting`
  )

  await page.keyboard.press('Control+z')
  await expect(title).toHaveText(second)
  await expect(questions).toHaveCount(before - 1)
  expect(complaints).toEqual([])
})

test('what an answer would change stands beside it, for every reach', async ({ page }) => {
  await goTo(page, 'Review queue')
  const review = page.getByRole('button', { name: /Review/ }).and(page.locator('[data-answer]'))
  const events = async () => Number(/(\d+) events?/.exec((await review.textContent()) ?? '')?.[1] ?? 0)
  await expect.poll(events).toBeGreaterThan(0)
  // On to a question about a series.
  const series = page.getByRole('radio', { name: 'Its series' })
  for (let asked = 0; asked < 14 && (await series.count()) === 0; asked += 1) {
    await page.keyboard.press('j')
    await expect.poll(events).toBeGreaterThan(0)
  }
  await series.check()
  await expect.poll(events).toBeGreaterThan(1)
  const inSeries = await events()
  await page.keyboard.press('s')
  await expect(page.getByRole('radio', { name: 'Everything like it' })).toBeChecked()
  await expect.poll(events).toBeGreaterThanOrEqual(inSeries)
  await page.keyboard.press('s')
  await expect(page.getByRole('radio', { name: 'This event' })).toBeChecked()
  await expect(review).toContainText('1 event')
  await review.hover()
  await expect(page.getByText(/^Review would move/)).toBeVisible()
})

test('a question can wait', async ({ page }) => {
  await goTo(page, 'Review queue')
  const title = page.getByRole('region', { name: 'The question' }).getByRole('heading', { level: 2 })
  const first = (await title.textContent()) ?? ''
  await page.keyboard.press('j')
  await expect(title).not.toHaveText(first)
  await page.keyboard.press('k')
  await expect(title).toHaveText(first)
})

test('an event of the week is corrected where it is seen, and the correction taken back', async ({
  page
}) => {
  await goTo(page, 'Review queue')
  await page.keyboard.press('g')
  await page.keyboard.press('w')
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
  await goTo(page, 'Review queue', 'state=demo')
  const questions = page.getByRole('navigation', { name: 'Questions' }).getByRole('listitem')
  const before = await questions.count()
  await expect(page.getByRole('main')).toContainText('forgotten when it is closed')
  await page.keyboard.press('4')
  await expect(questions).toHaveCount(before - 1)
  await page.getByRole('status', { name: 'News' }).getByRole('button', { name: 'Undo' }).click()
  await expect(questions).toHaveCount(before)
})

test('review queue: accessible and uncut in both themes and sizes', async ({ page }) => {
  await expectFine(page, async () => {
    await goTo(page, 'Review queue', 'state=mine')
    await page.locator('.effect').last().filter({ hasText: 'event' }).waitFor()
  })
})

test('nothing to review: accessible and uncut in both themes and sizes', async ({ page }) => {
  await expectFine(page, () => goTo(page, 'Review queue', 'state=settled'))
})
