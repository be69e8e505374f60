import { test } from '@playwright/test'
import { openWindow, SIZES, THEMES } from './page'

// Pictures of the fixture-fed window, to look at: `npm run screenshots`, then open test-results/screenshots.
for (const theme of THEMES)
  for (const size of SIZES)
    test(`${theme} ${size.width}`, async ({ page }) => {
      await page.setViewportSize(size)
      const shoot = (name: string) =>
        page.screenshot({
          path: `test-results/screenshots/${name}-${theme}-${size.width}.png`,
          animations: 'disabled'
        })
      await openWindow(page, `state=empty&theme=${theme}`)
      await shoot('first-run')
      await openWindow(page, `theme=${theme}`)
      await shoot('week')
      await page.getByRole('button', { name: /^Deep work, / }).click()
      await shoot('bar')
      await page.keyboard.press('Escape')
      await page.locator('ol [data-stop^="event"]').nth(3).click()
      await shoot('event')
      await page.keyboard.press('Escape')
      await page.keyboard.press('Control+k')
      await page.getByRole('combobox').fill('re')
      await page.getByText('Events', { exact: true }).waitFor()
      await shoot('palette')
      await page.keyboard.press('Escape')
      await page.keyboard.press('?')
      await shoot('keys')
      await page.keyboard.press('Escape')
      await page.keyboard.press('Control+o')
      await page.getByRole('button', { name: 'Undo' }).waitFor()
      await shoot('toast')
    })
