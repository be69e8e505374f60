import { expect } from '@playwright/test'
import { openWindow, test } from './page'

const SCREENS = ['Week', 'Trends', 'Meetings', 'People', 'Plan', 'Questions', 'Review', 'Settings']

test('whatever is drawn has a name, and says in words what it shows', async ({ page }) => {
  await openWindow(page, 'state=mine')
  for (const screen of SCREENS)
    await test.step(screen, async () => {
      await page
        .getByRole('navigation', { name: 'Screens' })
        .getByRole('button', { name: screen, exact: screen === 'Week' })
        .click()
      await page.locator('main:not([aria-busy="true"])').waitFor()
      if (screen === 'Review') await page.getByRole('button', { name: /^What it was/ }).click()
      const nameless = await page.evaluate(() => {
        const named = (one: Element) =>
          one.hasAttribute('aria-label') ||
          one.hasAttribute('aria-labelledby') ||
          !!one.querySelector('caption')
        // What is as long, or lies where, a figure says.
        const drawn = [...document.querySelectorAll<HTMLElement>('main [style]')].filter((one) =>
          ['left', 'width', 'height', 'bottom', 'top'].some((side) =>
            one.style.getPropertyValue(side).includes('%')
          )
        )
        const around = [...drawn, ...document.querySelectorAll('main svg:not([aria-hidden])')].map((one) =>
          one.closest('ul, ol, table, [role="img"], [role="group"], [role="slider"]')
        )
        return [...new Set(around)]
          .filter((one) => one === null || !named(one))
          .map((one) => one?.outerHTML.slice(0, 120) ?? 'something drawn in no list, table or figure')
      })
      expect(nameless).toEqual([])
    })
})
