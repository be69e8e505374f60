import { test, type Page } from '@playwright/test'
import { goTo, openWindow, SIZES, THEMES } from './page'

type Shoot = (name: string) => Promise<unknown>

// What to look at, by screen: `npm run screenshots -- --grep sources`, then open test-results/screenshots.
const TOURS: Record<string, (page: Page, shoot: Shoot, theme: string) => Promise<unknown>> = {
  week: async (page, shoot, theme) => {
    await openWindow(page, `state=empty&theme=${theme}`)
    await shoot('first-run')
    await openWindow(page, `theme=${theme}`)
    await shoot('week')
    await page.getByRole('button', { name: /^Deep work, / }).click()
    await shoot('bar')
    await page.keyboard.press('Escape')
    await page.locator('ol [data-stop^="event"]').nth(3).click()
    await shoot('event')
    await page.getByText('Is that right?').scrollIntoViewIfNeeded()
    await shoot('event-correct')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'See the effect' }).click()
    await page.getByText('Other ways', { exact: true }).last().waitFor()
    await shoot('next-step')
  },
  frame: async (page, shoot, theme) => {
    await openWindow(page, `theme=${theme}`)
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
    await openWindow(page, `state=trouble&theme=${theme}`)
    await shoot('trouble')
  },
  review: async (page, shoot, theme) => {
    await openWindow(page, `state=mine&theme=${theme}`)
    await page.getByRole('navigation').getByRole('button', { name: 'Review queue' }).click()
    await page.getByRole('list', { name: 'Evidence' }).waitFor()
    await page.locator('.effect').last().filter({ hasText: 'event' }).waitFor()
    await shoot('review')
    await page.keyboard.press('4')
    await page.getByRole('button', { name: 'Undo' }).waitFor()
    await shoot('review-next')
    await openWindow(page, `state=settled&theme=${theme}`)
    await page.getByRole('navigation').getByRole('button', { name: 'Review queue' }).click()
    await page.getByText('Nothing left to review').waitFor()
    await shoot('review-empty')
  },
  rules: async (page, shoot, theme) => {
    await openWindow(page, `state=mine&theme=${theme}`)
    await page.getByRole('navigation').getByRole('button', { name: 'Rules' }).click()
    await page.getByRole('list', { name: 'Rules' }).waitFor()
    await shoot('rules')
    await page.getByRole('button', { name: /^Large and not mine/ }).click()
    await page
      .getByText('decided by a correction')
      .or(page.getByText(/ events?, /))
      .first()
      .waitFor()
    await shoot('rules-edit')
    await page.keyboard.press('Escape')
    await openWindow(page, `theme=${theme}`)
    await page.getByRole('navigation').getByRole('button', { name: 'Rules' }).click()
    await page.getByText('No rule of your own yet').waitFor()
    await shoot('rules-empty')
  },
  trends: async (page, shoot, theme) => {
    await goTo(page, 'Trends', `theme=${theme}`)
    await page.getByRole('group', { name: 'Trends by week' }).waitFor()
    await shoot('trends')
    await page.keyboard.press('p')
    await page.getByRole('radio', { name: 'From … to …' }).waitFor()
    await shoot('trends-scope')
    await page.keyboard.press('Escape')
    await page.keyboard.press('h')
    await page.getByRole('group', { name: /^Weekdays by hours/ }).waitFor()
    await shoot('trends-hours')
    await page.getByRole('button', { name: /^Tuesday 10:00/ }).click()
    await page.getByRole('heading', { name: 'How this is computed' }).waitFor()
    await shoot('trends-hour')
    await page.keyboard.press('f')
    await page.getByRole('button', { name: /^Meeting load/ }).click()
    await page.getByRole('list', { name: 'Events behind it' }).waitFor()
    await shoot('trends-figures')
    await page.keyboard.press('Escape')
    await page.keyboard.press('o')
    await page.getByRole('button', { name: /^Week 40, Cross-team/ }).click()
    await page.getByRole('heading', { name: 'How this is computed' }).waitFor()
    await shoot('trends-part')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: /What changed in Week 40/ }).click()
    await shoot('trends-change')
    await page.keyboard.press('Escape')
    await page.keyboard.press('l')
    await page.getByText('Whom it helps').waitFor()
    await shoot('trends-lenses')
    await page.keyboard.press('Escape')
    await page.keyboard.press('v')
    await shoot('trends-table')
    await page.keyboard.press('Escape')
    await page.keyboard.press('m')
    await page.getByRole('group', { name: 'Trends by month' }).waitFor()
    await shoot('trends-months')
  },
  meetings: async (page, shoot, theme) => {
    await goTo(page, 'Meetings', `theme=${theme}`)
    await page.getByRole('table').waitFor()
    await shoot('meetings')
    await page.getByRole('button', { name: /^Platform sync/ }).click()
    await page.getByRole('list', { name: 'Events behind it' }).waitFor()
    await shoot('meetings-series')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: /^Week 48: / }).click()
    await page.getByRole('list', { name: 'Events behind it' }).waitFor()
    await shoot('meetings-week')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: /^Large/ }).click()
    await page.getByRole('main').evaluate((main) => main.querySelector('.body')?.scrollTo(0, 200))
    await shoot('meetings-filtered')
  },
  people: async (page, shoot, theme) => {
    await goTo(page, 'People', `theme=${theme}`)
    await page.getByRole('list', { name: 'Teams' }).waitFor()
    await shoot('people')
    await page.getByRole('list', { name: 'Teams' }).getByRole('button').first().click()
    await page.getByRole('list', { name: 'Events behind it' }).waitFor()
    await shoot('people-team')
    await goTo(page, 'People', `state=drifting&theme=${theme}`)
    await page.getByRole('list', { name: 'Teams' }).waitFor()
    await shoot('people-drifting')
  },
  plan: async (page, shoot, theme) => {
    await goTo(page, 'Plan', `theme=${theme}`)
    await page.getByText('Proven best').waitFor()
    await shoot('plan')
    await page
      .getByRole('button', { name: /^Deep work, proposed/ })
      .first()
      .click()
    await shoot('plan-block')
    await page.keyboard.press('Escape')
    await page.keyboard.press('x')
    await shoot('plan-export')
  },
  papers: async (page, shoot, theme) => {
    await openWindow(page, `theme=${theme}`)
    await page.keyboard.press('Control+s')
    await page.getByLabel('The report').waitFor()
    await shoot('report')
    await page.getByRole('switch', { name: 'Hide titles and names' }).click()
    await page.getByText(/words replaced/).click()
    await shoot('report-redacted')
    await page.getByRole('button', { name: 'From–to' }).click()
    await shoot('report-days')
  },
  evidence: async (page, shoot, theme) => {
    await goTo(page, 'Evidence', `theme=${theme}`)
    await page.getByLabel('The evidence report').waitFor()
    await page.getByRole('checkbox').first().check()
    await shoot('evidence')
    await page.getByRole('button', { name: /reviews in/ }).click()
    await page.getByRole('list', { name: 'Events behind it' }).waitFor()
    await shoot('evidence-events')
    await goTo(page, 'Evidence', `state=little&theme=${theme}`)
    await shoot('evidence-little')
  },
  sources: async (page, shoot, theme) => {
    await openWindow(page, `state=mine&theme=${theme}`)
    await page.getByRole('navigation').getByRole('button', { name: 'Sources' }).click()
    await page.getByRole('list', { name: 'Calendars' }).waitFor()
    await shoot('sources')
    await page.getByRole('button', { name: /^Work/ }).click()
    await shoot('sources-calendar')
    await page.getByRole('button', { name: 'What changed' }).first().click()
    await page.getByText('Guild: reliability').waitFor()
    await shoot('sources-compare')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Delete all data…' }).click()
    await shoot('sources-delete')
  },
  settings: async (page, shoot, theme) => {
    await goTo(page, 'Settings', `state=mine&theme=${theme}`)
    await shoot('settings-you')
    for (const [section, name] of [
      ['Working time', 'time'],
      ['Targets', 'targets'],
      ['Kinds', 'kinds'],
      ['Display', 'display']
    ] as const) {
      await page.getByRole('button', { name: section, exact: true }).click()
      await shoot(`settings-${name}`)
    }
    await page.getByRole('button', { name: 'Working time', exact: true }).click()
    const away = page.getByRole('group', { name: 'Travel' })
    await away.getByLabel('First day away').fill('2026-11-10')
    await away.getByLabel('Last day away').fill('2026-11-12')
    await away.getByLabel('Zone away').fill('America/Los_Angeles')
    await away.getByRole('button', { name: 'Add' }).click()
    await away.getByRole('list').waitFor()
    await shoot('settings-travel')
    await page.getByRole('navigation').getByRole('button', { name: 'Week', exact: true }).click()
    await page.getByText('Los Angeles hours').first().waitFor()
    await shoot('settings-travel-week')
    await page.keyboard.press('Control+,')
    await page.getByRole('button', { name: 'Targets', exact: true }).click()
    await page.getByRole('button', { name: 'Make a copy to edit' }).click()
    await page.getByLabel('Deep work, at least per cent').fill('95')
    await shoot('settings-profile')
    await page.keyboard.press('Escape')
    await page.locator('h1').click()
    await page.keyboard.press('Control+Shift+h')
    await page.getByRole('button', { name: /^Titles hidden/ }).waitFor()
    await page.getByRole('navigation').getByRole('button', { name: 'Week', exact: true }).click()
    await page.getByRole('group', { name: 'Week grid' }).waitFor()
    await shoot('settings-hidden')
  }
}

for (const [name, tour] of Object.entries(TOURS))
  for (const theme of THEMES)
    for (const size of SIZES)
      test(`${name} ${theme} ${size.width}`, async ({ page }) => {
        await page.setViewportSize(size)
        const shoot = (picture: string) =>
          page.screenshot({
            path: `test-results/screenshots/${picture}-${theme}-${size.width}.png`,
            animations: 'disabled'
          })
        await tour(page, shoot, theme)
      })
