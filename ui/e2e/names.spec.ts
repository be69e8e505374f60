import { expect, type Page } from '@playwright/test'
import { openWindow, test } from './page'

const SCREENS = [
  'Week',
  'Look back',
  'Trends',
  'Meetings',
  'People',
  'Plan',
  'Questions',
  'Review',
  'Settings'
]
/** What else is drawn there, or beside it, behind a button. */
const BEHIND: Record<string, RegExp[]> = {
  Week: [/^Deep work, /],
  Trends: [/^Lenses$/],
  Plan: [/of working time protected/],
  Review: [/^What it was/]
}

test('whatever is drawn has a name, and says in words what it shows', async ({ page }) => {
  await openWindow(page, 'state=mine')
  for (const screen of SCREENS)
    await test.step(screen, async () => {
      await page
        .getByRole('navigation', { name: 'Screens' })
        .getByRole('button', { name: screen, exact: screen === 'Week' })
        .click()
      await page.locator('main:not([aria-busy="true"])').waitFor()
      if (screen === 'Trends') {
        await expectNames(page)
        await page.getByRole('button', { name: 'Hours of the week' }).click()
        await page.getByRole('group', { name: /^Weekdays by hours/ }).waitFor()
      }
      for (const name of BEHIND[screen] ?? []) await page.getByRole('button', { name }).first().click()
      // What is beside the screen asks for its own answer.
      await page.waitForLoadState('networkidle')
      await expectNames(page)
    })
})

async function expectNames(page: Page): Promise<void> {
  const nameless = await page.evaluate(() => {
    const named = (one: Element) =>
      one.hasAttribute('aria-label') || one.hasAttribute('aria-labelledby') || !!one.querySelector('caption')
    // What is as long, or lies where, a figure says.
    const drawn = [...document.querySelectorAll<HTMLElement>('main [style], aside [style]')].filter((one) =>
      ['left', 'width', 'height', 'bottom', 'top'].some((side) =>
        one.style.getPropertyValue(side).includes('%')
      )
    )
    const around = [
      ...drawn,
      ...document.querySelectorAll('main svg:not([aria-hidden]), aside svg:not([aria-hidden])')
    ].map((one) => one.closest('ul, ol, table, [role="img"], [role="group"], [role="slider"]'))
    return [...new Set(around)]
      .filter((one) => one === null || !named(one))
      .map((one) => one?.outerHTML.slice(0, 120) ?? 'something drawn in no list, table or figure')
  })
  expect(nameless).toEqual([])
}
