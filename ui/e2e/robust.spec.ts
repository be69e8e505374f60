import { expect, type Page } from '@playwright/test'
import { expectAccessible, expectNothingCut, openWindow, test } from './page'

const SCREENS = [
  'Week',
  'Look back',
  'Trends',
  'Meetings',
  'People',
  'Plan',
  'Evidence',
  'Questions',
  'Rules',
  'Sources'
]

async function show(page: Page, screen: string): Promise<void> {
  await page
    .getByRole('navigation')
    .getByRole('button', { name: screen, exact: screen === 'Week' })
    .click()
  await page.locator('main:not([aria-busy="true"])').waitFor()
}

// 1440 × 900 at 200 %.
test('magnified twice, no screen loses anything', async ({ page }) => {
  await page.setViewportSize({ width: 720, height: 450 })
  await openWindow(page, 'state=mine')
  for (const screen of SCREENS)
    await test.step(screen, async () => {
      await show(page, screen)
      await expectNothingCut(page)
      await expectAccessible(page)
      // Nothing lies on top of something else: every button is itself where its middle is.
      const covered = await page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('main button')]
          .filter((button) => {
            button.scrollIntoView({ block: 'center' })
            const { x, y, width, height } = button.getBoundingClientRect()
            const there = document.elementFromPoint(x + width / 2, y + height / 2)
            return width > 0 && there !== null && !button.contains(there) && !there.contains(button)
          })
          // Events may stand on the time they take.
          .filter((button) => !button.matches('[data-stop]'))
          .map((button) => button.textContent?.trim())
      )
      expect(covered).toEqual([])
    })
})

const TITLES = {
  'Platform sync':
    'Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnungsüberarbeitung'.repeat(2),
  'Launch coordination': 'مراجعة التصميم: النظام (v2) – خطة 2026!',
  'Migration steering': '🚀🔥 Launch 👩‍💻👨‍👩‍👧‍👦 sync 🇩🇪'
}

test('long titles and those from the right to the left fit everywhere', async ({ page }) => {
  await page.route('**/assets/*.js', async (route) => {
    const response = await route.fetch()
    let body = await response.text()
    for (const [title, other] of Object.entries(TITLES)) body = body.replaceAll(title, other)
    await route.fulfill({ response, body })
  })
  await page.setViewportSize({ width: 1024, height: 700 })
  const complaints = await openWindow(page)
  for (const screen of ['Week', 'Trends', 'Meetings', 'Plan', 'Evidence'])
    await test.step(screen, async () => {
      await show(page, screen)
      await expectNothingCut(page)
    })
  expect(complaints).toEqual([])
})

/** What opens beside a screen, or in it: a name, and how it is reached. */
const BESIDE: Record<string, Record<string, (page: Page) => Promise<void>>> = {
  Week: {
    event: (page) => page.locator('ol [data-stop^="event"]').nth(3).click(),
    'its effect': (page) => page.keyboard.press('Escape').then(() => page.keyboard.press('v')),
    bar: (page) => page.getByRole('button', { name: /^Cross-team, / }).click(),
    day: (page) => page.locator('[data-stop^="head"]').nth(1).click()
  },
  Meetings: { series: (page) => page.getByRole('rowheader').nth(1).getByRole('button').click() },
  People: { '1:1': (page) => page.getByRole('rowheader').first().getByRole('button').click() },
  Plan: { block: (page) => page.locator('[data-block]').first().click() },
  Questions: { 'one settled': (page) => page.keyboard.press('1') },
  Review: {
    mix: (page) => page.keyboard.press('Enter').then(() => page.keyboard.press('Enter')),
    question: (page) => page.getByRole('button', { name: /^Questions \d questions$/ }).click(),
    kept: (page) => page.getByRole('button', { name: /^What was kept/ }).click(),
    decision: (page) => page.getByRole('button', { name: /^One decision/ }).click(),
    blocks: (page) => page.getByRole('button', { name: /^Next week’s blocks/ }).click()
  },
  Rules: { rule: (page) => page.getByRole('button', { name: 'New rule…' }).click() },
  Sources: { calendar: (page) => page.locator('main .row button').first().click() }
}

test('words of eighty letters are whole, shortened with an ellipsis or broken, on every screen', async ({
  page
}) => {
  test.setTimeout(120_000)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.setViewportSize({ width: 1024, height: 700 })
  const complaints = await openWindow(page, 'state=mine&words=long')
  for (const screen of [...SCREENS, 'Review', 'Settings'])
    await test.step(screen, async () => {
      await show(page, screen)
      await expectNothingCut(page)
      for (const [name, reach] of Object.entries(BESIDE[screen] ?? {}))
        await test.step(name, async () => {
          await reach(page)
          await expectNothingCut(page)
        })
    })
  await test.step('search', async () => {
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog').getByRole('combobox').fill('sync')
    await page
      .getByText(/^Events/)
      .first()
      .waitFor()
    await expectNothingCut(page)
  })
  expect(complaints).toEqual([])
})

test('escape leaves a field, and then its panel', async ({ page }) => {
  await openWindow(page, 'state=mine')
  await show(page, 'Rules')
  const add = page.getByRole('button', { name: 'New rule…' })
  await add.focus()
  await page.keyboard.press('Enter')
  await page.getByRole('complementary').getByRole('textbox').last().focus()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('complementary').getByRole('heading', { level: 2 })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('complementary')).toBeHidden()
  await expect(add).toBeFocused()
})
