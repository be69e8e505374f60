import { type Page } from '@playwright/test'
import { expectFine, goTo, test } from './page'
import { OTHER, timeOf } from './planned'

const STATES: Record<string, (page: Page) => Promise<unknown>> = {
  'the plan': (page) => goTo(page, 'Plan', ''),
  'what is in the way': (page) => goTo(page, 'Plan', 'state=lacking'),
  'a plan with changes': async (page) => {
    await goTo(page, 'Plan', 'state=lacking')
    await page.getByRole('radio', { name: /^Most focus/ }).click()
    await page
      .getByRole('region', { name: /^To ask for/ })
      .getByRole('listitem')
      .getByRole('button')
      .first()
      .click()
  },
  'a block': async (page) => {
    await goTo(page, 'Plan', '')
    await page.getByRole('button', { name: `Deep work, proposed, ${timeOf(OTHER)}` }).click()
  },
  'what may change': async (page) => {
    await goTo(page, 'Plan', '')
    await page.getByRole('button', { name: 'What may change' }).click()
  },
  'before and after': async (page) => {
    await goTo(page, 'Plan', '')
    await page.getByRole('button', { name: 'Show as table' }).click()
  },
  export: async (page) => {
    await goTo(page, 'Plan', '')
    await page.getByRole('button', { name: 'Export…' }).click()
  },
  'nothing to plan': (page) => goTo(page, 'Plan', 'state=past'),
  'what was kept': async (page) => {
    await goTo(page, 'Plan', 'state=kept')
    await page.getByText('1 booked over').scrollIntoViewIfNeeded()
  },
  'no plan': (page) => goTo(page, 'Plan', 'state=unplanned')
}

for (const [name, reach] of Object.entries(STATES)) {
  test(`${name}: accessible and uncut in both themes and sizes`, async ({ page }) => {
    await expectFine(page, () => reach(page))
  })
}
