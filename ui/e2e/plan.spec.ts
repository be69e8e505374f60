import { expect, test, type Page } from '@playwright/test'
import { expectFine, goTo, openWindow } from './page'

const block = (page: Page, name: RegExp) => page.getByRole('button', { name })
const said = (page: Page) => page.locator('p.unseen[aria-live]')

/** The middle of a block, or its edge, where the pointer takes it. */
async function grab(page: Page, name: RegExp, edge: 'middle' | 'end' = 'middle') {
  const box = await block(page, name).boundingBox()
  if (!box) throw new Error('no such block')
  await page.mouse.move(
    box.x + box.width / 2,
    edge === 'middle' ? box.y + box.height / 2 : box.y + box.height - 3
  )
  await page.mouse.down()
  return { hour: box.height / 2, x: box.x, width: box.width }
}

test('a block is dragged, resized and brought back', async ({ page }) => {
  const complaints = await goTo(page, 'Plan', '')
  // An hour and a half high, on Tuesday afternoon.
  const { hour } = await grab(page, /^Deep work, proposed, Tuesday 17 Nov, 15:00/)
  await page.mouse.move(400, 0)
  const from = await block(page, /^Deep work, proposed, Tuesday/).boundingBox()
  await page.mouse.move((from?.x ?? 0) + 40, (from?.y ?? 0) + (from?.height ?? 0) / 2 - hour)
  // Over a meeting it says so, and does not stay there.
  await expect(page.getByText('Over “Migration steering”')).toBeVisible()
  await page.mouse.up()
  await expect(said(page)).toHaveText('Left as it was: Over “Migration steering”')

  // From two hours and a quarter to one and a half.
  const friday = await block(page, /^Deep work, proposed, Friday 20 Nov, 13:00/).boundingBox()
  await grab(page, /^Deep work, proposed, Friday 20 Nov, 13:00/, 'end')
  await page.mouse.move((friday?.x ?? 0) + 40, (friday?.y ?? 0) + ((friday?.height ?? 0) * 2) / 3, {
    steps: 4
  })
  await page.mouse.up()
  const locked = block(page, /^Deep work, locked, Friday 20 Nov, 13:00 to 14:30/)
  await expect(locked).toBeVisible()
  await expect(locked).toBeFocused()
  // Planned again, it is still there; and the rest of its time is left alone.
  await expect(page.getByText('Proven best')).toBeVisible()
  await expect(locked).toBeVisible()
  await expect(page.getByRole('button', { name: /Allow blocks again on Fri 20, 14:30/ })).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(block(page, /^Deep work, proposed, Friday 20 Nov, 13:00 to 15:15/)).toBeVisible()
  await page.keyboard.press('Control+Shift+z')
  await expect(locked).toBeVisible()
  expect(complaints).toEqual([])
})

test('all of it works by keys', async ({ page }) => {
  await goTo(page, 'Plan', '')
  await block(page, /^Deep work, proposed, Friday 20 Nov, 13:00/).focus()
  await page.keyboard.press('Alt+Shift+ArrowUp')
  const friday = block(page, /^Deep work, locked, Friday 20 Nov, 13:00 to 15:45/)
  await expect(friday).toBeFocused()
  await page.keyboard.press('Alt+ArrowDown')
  await expect(block(page, /^Deep work, locked, Friday 20 Nov, 13:15 to 16:00/)).toBeFocused()
  await expect(said(page)).toHaveText(/^Planned again/)
  await page.keyboard.press('Alt+ArrowDown')
  await expect(said(page)).toHaveText('Nothing is free later on this day')
  await page.keyboard.press('l')
  await expect(block(page, /^Deep work, proposed, Friday 20 Nov/)).toBeVisible()

  await block(page, /^Deep work, proposed, Tuesday 17 Nov/).focus()
  await page.keyboard.press('Delete')
  await expect(block(page, /^Deep work, proposed, Tuesday 17 Nov/)).toHaveCount(0)
  await page.getByRole('status', { name: 'News' }).getByRole('button', { name: 'Undo' }).click()
  await expect(block(page, /^Deep work, proposed, Tuesday 17 Nov/)).toBeVisible()

  await page.getByRole('button', { name: /^2 h 15 min free on Thursday/ }).focus()
  await page.keyboard.press('Enter')
  await expect(block(page, /^Deep work, locked, Thursday 19 Nov, 11:00 to 13:00/)).toBeFocused()
  await page.keyboard.press('k')
  await expect(page.getByRole('heading', { level: 2, name: /Week 46/ })).toBeVisible()
})

test('free time takes a block by a double click, or by drawing one', async ({ page }) => {
  await goTo(page, 'Plan', '')
  const free = page.getByRole('button', { name: /^2 h 15 min free on Thursday/ })
  await free.dblclick({ position: { x: 40, y: 20 } })
  await expect(block(page, /^Deep work, locked, Thursday 19 Nov/)).toBeVisible()
  await page.keyboard.press('Control+z')
  const box = await free.boundingBox()
  if (!box) throw new Error('no free time')
  await page.mouse.move(box.x + 40, box.y + 3)
  await page.mouse.down()
  await page.mouse.move(box.x + 40, box.y + box.height - 4, { steps: 5 })
  await page.mouse.up()
  await expect(block(page, /^Deep work, locked, Thursday 19 Nov, 11:00 to 13:15/)).toBeVisible()
})

test('the wish in the way is relaxed, and what it takes is a message to copy', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await goTo(page, 'Plan', '')
  await expect(page.getByRole('button', { name: 'Stay', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true'
  )
  await expect(page.getByRole('radio', { name: /^No changes/ })).toBeChecked()
  // What reaches the band is another way to plan, and that is what is said.
  await expect(page.getByText(/^Plan for “Most focus”, with/)).toBeVisible()
  await page.getByRole('button', { name: 'Plan for most focus' }).click()
  await expect(page.getByRole('radio', { name: /^Most focus/ })).toBeChecked()
  await expect(page.getByRole('button', { name: 'May change', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true'
  )
  await page
    .getByRole('region', { name: /^To ask for/ })
    .getByRole('button', { name: /^Migration steering/ })
    .click()
  const panel = page.getByRole('complementary', { name: 'Migration steering' })
  await panel.getByText('Brief').click()
  await panel.getByRole('button', { name: 'Copy' }).click()
  await expect(panel.getByRole('button', { name: 'Copied' })).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('“Migration steering”')
  await panel.getByRole('button', { name: /^What “Migration steering” allows/ }).click()
  await page.getByRole('menuitemradio', { name: /^Stays fixed/ }).click()
  await expect(page.getByRole('button', { name: 'Undo: Change what a meeting allows' })).toBeEnabled()
})

test('a lock is a button on the block, by pointer and by keys', async ({ page }) => {
  await goTo(page, 'Plan', '')
  const lock = page.getByRole('button', { name: /^Lock, Tuesday 17 Nov, 15:00/ })
  await block(page, /^Deep work, proposed, Tuesday 17 Nov, 15:00/).hover()
  await lock.click()
  await expect(lock).toHaveAttribute('aria-pressed', 'true')
  await expect(block(page, /^Deep work, locked, Tuesday 17 Nov, 15:00/)).toBeVisible()
  await lock.focus()
  await page.keyboard.press('Enter')
  await expect(lock).toHaveAttribute('aria-pressed', 'false')
  await page.keyboard.press('Control+z')
  await expect(lock).toHaveAttribute('aria-pressed', 'true')
})

test('a block goes to another week, by keys and by pointer', async ({ page }) => {
  await goTo(page, 'Plan', '')
  await page.getByRole('spinbutton', { name: 'Plan ahead' }).press('ArrowUp')
  const heading = (week: RegExp) => page.getByRole('heading', { level: 2, name: week })
  await expect(heading(/Week 47/)).toBeVisible()
  const tuesday = /^Deep work, proposed, Tuesday 17 Nov, 15:00/
  const home = await block(page, tuesday).boundingBox()
  if (!home) throw new Error('no block')
  await block(page, tuesday).focus()
  for (let press = 0; press < 7 && !(await heading(/Week 48/).isVisible()); press++) {
    await page.keyboard.press('Alt+ArrowRight')
    await page.waitForTimeout(500)
  }
  await expect(heading(/Week 48/)).toBeVisible()
  const away = /^Deep work, locked, \w+ 2[3-7] Nov/
  await expect(block(page, away)).toBeFocused()

  // At the side the week turns under the pointer.
  await grab(page, away)
  const grid = await page.locator('.plan-grid').boundingBox()
  if (!grid) throw new Error('no grid')
  await page.mouse.move(grid.x + 6, grid.y + grid.height / 2, { steps: 6 })
  await expect(heading(/Week 47/)).toBeVisible()
  await page.mouse.move(home.x + home.width / 2, home.y + home.height / 2, { steps: 6 })
  await page.mouse.up()
  await expect(block(page, /^Deep work, locked, Tuesday 17 Nov/)).toBeVisible()
})

test('what is planned is remembered, and taken back as everything else is', async ({ page }) => {
  await goTo(page, 'Plan', 'state=mine')
  await block(page, /^Deep work, proposed, Tuesday 17 Nov, 15:00/).focus()
  await page.keyboard.press('l')
  const locked = block(page, /^Deep work, locked, Tuesday 17 Nov, 15:00/)
  await expect(locked).toBeVisible()
  await expect(page.getByRole('button', { name: 'Undo: Lock block' })).toBeEnabled()
  // Elsewhere it is one of the things that were done.
  await page.keyboard.press('g')
  await page.keyboard.press('w')
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('status', { name: 'News' })).toContainText('Undid: Plan: Lock block')
  await page.keyboard.press('g')
  await page.keyboard.press('p')
  await expect(block(page, /^Deep work, proposed, Tuesday 17 Nov, 15:00/)).toBeVisible()
})

test('planning can be stopped', async ({ page }) => {
  await openWindow(page, 'state=slow')
  await page.keyboard.press('g')
  await page.keyboard.press('p')
  await page.getByRole('button', { name: 'Stop' }).click()
  await expect(page.getByText('There is no plan yet.')).toBeVisible()
})

test('the plan is saved as a file, with how to import it', async ({ page }) => {
  await goTo(page, 'Plan', '')
  await page.keyboard.press('x')
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('2 new blocks')
  await dialog.getByRole('button', { name: 'Save file…' }).click()
  await expect(dialog.getByRole('status')).toContainText('Saved as deep-work.ics')
})

const STATES: Record<string, (page: Page) => Promise<unknown>> = {
  'the plan': (page) => goTo(page, 'Plan', ''),
  'a plan with changes': async (page) => {
    await goTo(page, 'Plan', '')
    await page.getByRole('radio', { name: /^Most focus/ }).click()
    await page
      .getByRole('region', { name: /^To ask for/ })
      .getByRole('button', { name: /^Migration steering/ })
      .click()
  },
  'a block': async (page) => {
    await goTo(page, 'Plan', '')
    await block(page, /^Deep work, proposed, Tuesday/).click()
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
