import { readFileSync } from 'node:fs'
import { expect } from '@playwright/test'
import { expectAccessible, openWindow, test } from './page'

test('every mark opens what is behind it', async ({ page }) => {
  const complaints = await openWindow(page)
  const panel = page.getByRole('complementary')
  const opens = async (name: RegExp, heading: RegExp) => {
    await page.getByRole('button', { name }).first().click()
    await expect(panel.getByRole('heading', { level: 2, name: heading })).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(panel).toBeHidden()
  }
  await opens(/to move$/, /Hours to move/)
  await opens(/^Deep work, /, /Deep work/)
  await opens(/^Tuesday .* booked/, /Tuesday/)
  await opens(/free on .*(open focus|fragment)/, /free$/)
  await opens(/^Show as table$/, /as a table/)
  await page.getByRole('region', { name: 'What to change, and signals' }).getByText('Load 61').click()
  await expect(panel.getByText('When it is shown')).toBeVisible()
  expect(complaints).toEqual([])
})

test('a bar leads to an event, to why, and back to the bar', async ({ page }) => {
  await openWindow(page)
  const bar = page.getByRole('button', { name: /^Cross-team, / })
  await bar.click()
  const panel = page.getByRole('complementary')
  await panel.getByRole('list', { name: 'Events behind it' }).getByRole('button').first().click()
  await expect(panel.getByRole('heading', { name: 'Why this category' })).toBeVisible()
  await panel.getByRole('button', { name: 'Back' }).click()
  await expect(panel.getByRole('heading', { level: 2, name: 'Cross-team' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(bar).toBeFocused()
})

test('the whole screen works by keyboard', async ({ page }) => {
  await openWindow(page)
  const title = page.getByRole('heading', { level: 1 })
  const first = await title.textContent()
  await page.keyboard.press('j')
  await expect(title).not.toHaveText(first ?? '')
  await page.keyboard.press('k')
  await expect(title).toHaveText(first ?? '')
  await page.keyboard.press('t')

  await page.getByRole('button', { name: 'Show as table' }).focus()
  const grid = page.getByRole('group', { name: 'Week grid' })
  // Past the signals, one Tab reaches the grid, and one leaves it.
  await page.keyboard.press('Tab')
  while (!(await grid.evaluate((element) => element.contains(document.activeElement))))
    await page.keyboard.press('Tab')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowDown')
  const event = page.locator('[data-stop]:focus')
  await expect(event).toBeInViewport()
  while (!(await event.getAttribute('data-stop'))?.startsWith('event')) await page.keyboard.press('ArrowDown')
  const stop = await event.getAttribute('data-stop')
  await page.keyboard.press('e')
  await expect(page.getByRole('heading', { name: 'Why this category' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.locator('[data-stop]:focus')).toHaveAttribute('data-stop', stop ?? '')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('complementary')).toBeVisible()
  await page.keyboard.press('Escape')

  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.locator('[data-stop]:focus')).toHaveAttribute('data-stop', stop ?? '')
})

test('what the first advice does is shown in bands and week, asked for, and put aside', async ({ page }) => {
  const complaints = await openWindow(page)
  const side = page.getByRole('region', { name: 'What to change, and signals' })
  const grid = page.getByRole('group', { name: 'Week grid' })
  await expect(grid.locator('.ghost')).toHaveCount(0)
  await page.keyboard.press('v')
  await expect(side.getByRole('button', { name: 'Showing the effect' })).toHaveAttribute(
    'aria-pressed',
    'true'
  )
  await expect(grid.locator('.ghost s')).toHaveText('Launch coordination')
  await expect(grid.locator('.ghost')).toContainText('Review')
  await expect(page.getByText('or 4.0 after the change shown')).toBeVisible()
  await expect(page.getByRole('button', { name: /^Cross-team, .* 27 % after the change$/ })).toBeVisible()
  await page.keyboard.press('a')
  const panel = page.getByRole('complementary', { name: 'Ask for it' })
  await expect(panel.getByLabel('Message')).not.toBeEmpty()
  await page.keyboard.press('Escape')
  await page.keyboard.press('n')
  await expect(side.getByText('“Migration steering” instead of attending').first()).toBeVisible()
  await expect(side.getByText('“Launch coordination”')).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(side.getByText('“Launch coordination” instead of attending').first()).toBeVisible()
  expect(complaints).toEqual([])
})

test('another change of the list is looked at in the place of the first', async ({ page }) => {
  await openWindow(page)
  await page.getByRole('button', { name: /^All \d+$/ }).click()
  await page.getByRole('complementary').getByRole('button', { name: /^3\. / }).click()
  await expect(page.getByRole('heading', { name: 'Instead: the third of the list' })).toBeVisible()
  await expect(page.getByRole('group', { name: 'Week grid' }).locator('.ghost s')).toHaveText('Platform sync')
  await expect(page.getByRole('button', { name: /^Deep work, .* 33 % after the change$/ })).toBeVisible()
  await page.getByRole('button', { name: 'Back to the first' }).click()
  await expect(page.getByRole('heading', { name: 'The one thing to change' })).toBeVisible()
})

test('what an event does to the day is told, corrected by key, and taken back', async ({ page }) => {
  const complaints = await openWindow(page, 'state=days')
  const offsite = page.getByRole('button', { name: /^Architecture offsite/ })
  await offsite.click()
  const panel = page.getByRole('complementary')
  await expect(panel.getByRole('heading', { name: 'What it does to the day' })).toBeVisible()
  await expect(panel.getByText('it is shown as busy for the whole day')).toBeVisible()
  await page.keyboard.press('d')
  await expect(panel.getByRole('button', { name: /^Work/ })).toBeFocused()
  await expect(page.getByRole('button', { name: /^Lunch, .*takes its time from working time/ })).toBeVisible()
  expect(complaints).toEqual([])
})

test('the booked mix and another profile are one menu away', async ({ page }) => {
  await openWindow(page)
  await page.getByRole('button', { name: 'Mix: Week mix' }).click()
  await page.getByRole('menuitemradio', { name: /Booked mix/ }).click()
  await expect(page.getByRole('button', { name: /booked$/ }).first()).toBeVisible()
  await page.getByRole('button', { name: /^Profile: / }).press('Enter')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: /^Profile: / })).toBeFocused()
})

test('nothing below the header moves when the week turns', async ({ page }) => {
  await openWindow(page)
  const places = () =>
    page.evaluate(() =>
      ['.summary', '.week', '[aria-label="Next week"]', '.end'].map((name) => {
        const { x, y } = document.querySelector(name)!.getBoundingClientRect()
        return [Math.round(x), Math.round(y)]
      })
    )
  const before = await places()
  await page.keyboard.press('j')
  await expect(page.locator('p[aria-live]')).toContainText('Week')
  expect(await places()).toEqual(before)
})

test('settings keep the theme', async ({ page }) => {
  await openWindow(page)
  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('button', { name: 'Display' }).click()
  await page.getByRole('button', { name: 'Dark', exact: true }).click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
})

test('calendars are ticked, and tentative meetings switched off where their effect is told', async ({
  page
}) => {
  const complaints = await openWindow(page, 'state=mine')
  await page.getByRole('button', { name: 'Calendars: All calendars' }).click()
  const menu = page.getByRole('dialog', { name: 'Calendars that are shown' })
  await menu.getByRole('button', { name: 'Demo: Sam Okafor' }).click()
  await expect(page.getByRole('button', { name: 'Calendars: Family' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'No events this week' })).toBeVisible()
  await menu.getByRole('button', { name: 'Demo: Sam Okafor' }).click()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('heading', { name: /to move$/ })).toBeVisible()
  await page.getByRole('button', { name: /more limits?$/ }).click()
  const panel = page.getByRole('complementary')
  const counted = panel.getByRole('switch', { name: 'Count tentative and unanswered meetings' })
  await expect(counted).toBeChecked()
  await counted.click()
  await expect(counted).not.toBeChecked()
  await expect(panel.getByText(/ of meetings,/)).toBeVisible()
  await expectAccessible(page)
  expect(complaints).toEqual([])
})

/** The report of the week that is shown first. */
const PAPERS = JSON.parse(readFileSync(new URL('../fixtures/papers.json', import.meta.url), 'utf8')) as {
  plain: { text: string }
}

test('read aloud, the week says what its report says', async ({ page }) => {
  await openWindow(page)
  // What a screen reader finds, in its order: role, name, text.
  const plain = (text: string) => text.replaceAll(/\s+/g, ' ')
  const aloud = plain(await page.getByRole('main').ariaSnapshot())
  const lines = PAPERS.plain.text.split('\n')

  const rows = lines.flatMap((line) => {
    const [, name, share, low, high, rest] =
      /^ {2}(\S.*?) +[█▒·░]+ +(\d+ %) +(?:(\d+)–(\d+) %)? +(\S.*)$/.exec(line) ?? []
    const target = low ? `target ${low} % to ${high} %, ${rest}` : rest
    return name ? [`button "${name}, ${share}, ${target}"`] : []
  })
  expect(rows).toHaveLength(6)
  for (const row of rows) expect(aloud).toContain(row)

  const signals = lines.flatMap((line) => {
    const [, sign, title, text] = /^ {2}([▲△]) (.*?) {2,}(\S.*)$/.exec(line) ?? []
    return title ? [`${title}${sign === '▲' ? ' (urgent)' : ''}: ${text}`] : []
  })
  expect(signals.length).toBeGreaterThan(3)
  for (const signal of signals) expect(aloud).toContain(plain(signal))

  // The headline, and the one thing to change.
  const [headline = ''] = /^[\d.]+ h to move/m.exec(PAPERS.plain.text) ?? []
  expect(aloud).toContain(`heading "${headline}"`)
  const [step = ''] = lines[lines.indexOf('Next step') + 1]?.trim().split('. Takes') ?? []
  expect(aloud).toContain(`paragraph: ${step}`)
})
