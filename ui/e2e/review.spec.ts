import { expect, type Page } from '@playwright/test'
import { expectFine, goByKeys, openWindow, test } from './page'

/** Presses keys and counts them. */
function keyboard(page: Page) {
  let pressed = 0
  const press = async (...keys: string[]) => {
    for (const key of keys) {
      await page.keyboard.press(key)
      pressed += 1
    }
  }
  return { press, pressed: () => pressed }
}

const step = (page: Page, name: RegExp) => page.getByRole('heading', { level: 2, name })

test('the week is reviewed by keyboard, in under forty keys', async ({ page }) => {
  const complaints = await openWindow(page, 'state=mine')
  const { press, pressed } = keyboard(page)
  await press('g', 'v')
  await expect(step(page, /^What do you think the week was/)).toBeVisible()
  const first = page.getByRole('spinbutton').first()
  await expect(first).toBeFocused()
  for (const percent of ['4', '2', '2', '1', '1']) await press(percent, '0', 'Tab')
  await press('Enter')
  await expect(step(page, /^You guessed/)).toBeVisible()
  await expect(page.getByRole('heading', { level: 3, name: 'Moved since the week before' })).toBeVisible()
  await press('Enter')
  await expect(page.getByRole('button', { name: /^Questions 5/ })).toHaveAttribute('aria-current', 'step')
  await press('s')
  await expect(
    page.getByRole('listitem').filter({ hasText: 'Questions' }).filter({ hasText: 'skipped' })
  ).toBeVisible()
  await press('Enter')
  await expect(page.getByRole('button', { name: /^Ask for it/ })).toBeVisible()
  await press('a')
  await expect(step(page, /^\d+ blocks? for week/)).toBeVisible()
  await expect(page.getByText('not asked yet').or(page.getByText('to ask')).first()).toBeVisible()
  await press('Enter')
  await expect(step(page, /^What mattered/)).toBeVisible()
  await page.keyboard.type('The platform review is decided.')
  await press('Enter')
  await expect(page.getByRole('status', { name: 'News' })).toContainText('Review done.')
  expect(pressed()).toBeLessThan(40)
  expect(complaints).toEqual([])
})

test('a review goes on where it was left', async ({ page }) => {
  await openWindow(page, 'state=mine')
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('button', { name: 'Review' }).click()
  // Before the week is there, no key is an answer.
  await expect(page.getByRole('spinbutton').first()).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(step(page, /% of the week was deep work|^You guessed/)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('heading', { level: 1, name: /Week 46/ })).toBeVisible()
  await goByKeys(page, 'v', 'Review')
  await expect(page.getByRole('button', { name: /^What it was/ })).toHaveAttribute('aria-current', 'step')
})

test('every step is fine in both themes', async ({ page }) => {
  test.setTimeout(120_000)
  await openWindow(page, 'state=mine')
  await goByKeys(page, 'v', 'Review')
  const steps = page.getByRole('navigation', { name: 'Steps of the review' })
  for (const name of [
    'Your guess',
    'What it was',
    'Questions',
    'What was kept',
    'One decision',
    'Next week’s blocks',
    'One line'
  ]) {
    await expectFine(page, () => steps.getByRole('button', { name: new RegExp(`^${name}`) }).click())
  }
})

test('the guess is given as one bar, by pointer and by arrow keys, and stands in the fields', async ({
  page
}) => {
  await openWindow(page, 'state=mine')
  await page.keyboard.press('g')
  await page.keyboard.press('v')
  const field = (name: string) => page.getByRole('spinbutton', { name })
  await field('Deep work').fill('40')
  const divider = page.getByRole('slider', { name: 'Between Deep work and 1:1s & mentoring' })
  await expect(divider).toHaveAttribute('aria-valuetext', /^Deep work 40\s%, 1:1s & mentoring 12\s%$/)
  await divider.focus()
  for (const key of ['ArrowRight', 'PageUp', 'ArrowLeft']) await page.keyboard.press(key)
  await expect(field('Deep work')).toHaveValue('45')
  await expect(field('1:1s & mentoring')).toHaveValue('7')
  await expect(page.getByText('Together 100 %.')).toBeVisible()

  const bar = await page.getByRole('group', { name: 'The guess as one bar' }).boundingBox()
  const { x, y, width, height } = bar ?? { x: 0, y: 0, width: 0, height: 0 }
  await page.mouse.move(x + width * 0.45, y + height / 2)
  await page.mouse.down()
  await page.mouse.move(x + width * 0.4, y + height / 2)
  await page.mouse.move(x + width * 0.3, y + height / 2)
  await page.mouse.up()
  await expect(field('Deep work')).toHaveValue('30')
  await expect(field('1:1s & mentoring')).toHaveValue('22')
  await expect(divider).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(step(page, /^You guessed/)).toBeVisible()
})

test('questions of a review follow each other, and the keyboard with them', async ({ page }) => {
  await openWindow(page, 'state=mine')
  await page.keyboard.press('g')
  await page.keyboard.press('v')
  await page.getByRole('button', { name: /^Questions 5/ }).click()
  const asked = page.getByRole('main').getByRole('heading', { level: 2 })
  await expect(asked).toBeFocused()
  const first = (await asked.textContent()) ?? ''
  await page.keyboard.press('1')
  await expect(asked).not.toHaveText(first)
  await expect(asked).toBeFocused()
  await page.keyboard.press('y')
  await expect(page.getByRole('button', { name: /^Questions 3/ })).toBeVisible()
  await expect(page.getByRole('list', { name: 'Answers' })).toContainText('→')
})
