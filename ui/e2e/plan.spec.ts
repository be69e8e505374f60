import { expect, type Locator, type Page } from '@playwright/test'
import { goByKeys, goTo, openWindow, test } from './page'
import { dayOf, LONG, NEW, OTHER, SHORTEST, timeOf } from './planned'

const block = (page: Page, name: RegExp | string) => page.getByRole('button', { name })
const proposed = (page: Page, one: typeof LONG) => block(page, `Deep work, proposed, ${timeOf(one)}`)
const said = (page: Page) => page.locator('p.unseen[aria-live]')
/** Free time in which a block fits. */
const free = (page: Page) =>
  page.getByRole('button', { name: /^(1 h (30|45) min|[2-9] h.*?) free on .* open focus/ }).first()

/** The middle of a block, or its edge, where the pointer takes it. */
async function grab(page: Page, one: Locator, edge: 'middle' | 'end' = 'middle') {
  const box = await one.boundingBox()
  if (!box) throw new Error('no such block')
  await page.mouse.move(
    box.x + box.width / 2,
    edge === 'middle' ? box.y + box.height / 2 : box.y + box.height - 3
  )
  await page.mouse.down()
  return box
}

test('a block is dragged, resized and brought back', async ({ page }) => {
  const complaints = await goTo(page, 'Plan', '')
  // Onto a meeting that begins the day.
  await grab(page, proposed(page, OTHER))
  const standUp = await block(page, new RegExp(`^Stand-up, ${dayOf(OTHER)}`)).boundingBox()
  await page.mouse.move((standUp?.x ?? 0) + 40, (standUp?.y ?? 0) + 40, { steps: 4 })
  // There it says why not, and does not stay; what was wanted is drawn where it was wanted.
  await expect(page.getByText(/^Over “/)).toBeVisible()
  await page.mouse.up()
  await expect(said(page)).toHaveText(/^Left as it was: Over “/)
  await expect(page.locator('.wanted')).toBeVisible()
  await expect(proposed(page, OTHER)).toBeVisible()

  // As short as a block may be.
  const long = await grab(page, proposed(page, LONG), 'end')
  const less = LONG.minutes - SHORTEST
  const cut = (long.height * less) / LONG.minutes
  await page.mouse.move(long.x + 40, long.y + long.height - cut, { steps: 4 })
  await page.mouse.up()
  const locked = block(page, `Deep work, locked, ${timeOf(LONG, { end: -less })}`)
  await expect(locked).toBeVisible()
  await expect(locked).toBeFocused()
  // Planned again, it is still there; and the rest of its time is left alone.
  await expect(page.getByText('Proven best')).toBeVisible()
  await expect(locked).toBeVisible()
  await expect(page.getByRole('button', { name: /^Allow blocks again on \w+ \d+, / })).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(proposed(page, LONG)).toBeVisible()
  await page.keyboard.press('Control+Shift+z')
  await expect(locked).toBeVisible()
  expect(complaints).toEqual([])
})

test('all of it works by keys', async ({ page }) => {
  await goTo(page, 'Plan', '')
  await proposed(page, LONG).focus()
  await page.keyboard.press('Alt+Shift+ArrowUp')
  await expect(block(page, `Deep work, locked, ${timeOf(LONG, { end: -15 })}`)).toBeFocused()
  await page.keyboard.press('Alt+ArrowDown')
  await expect(block(page, `Deep work, locked, ${timeOf(LONG, { start: 15 })}`)).toBeFocused()
  await expect(said(page)).toHaveText(/^Planned again/)
  // As late as it can be, and once more: why not stands beside it.
  for (let press = 0; press < 30 && (await page.locator('.refusal').count()) === 0; press += 1)
    await page.keyboard.press('Alt+ArrowDown')
  await expect(page.locator('.refusal')).toHaveText('Nothing is free later on this day')
  await expect(said(page)).toHaveText('Nothing is free later on this day')
  await page.keyboard.press('l')
  await expect(block(page, new RegExp(`^Deep work, proposed, ${dayOf(LONG)}`))).toBeVisible()

  await proposed(page, OTHER).focus()
  await page.keyboard.press('Delete')
  await expect(proposed(page, OTHER)).toHaveCount(0)
  await page.getByRole('status', { name: 'News' }).getByRole('button', { name: 'Undo' }).click()
  await expect(proposed(page, OTHER)).toBeVisible()

  const place = await free(page).getAttribute('aria-label')
  await free(page).focus()
  await page.keyboard.press('Enter')
  await expect(
    block(page, new RegExp(`^Deep work, locked, ${/ on (\w+ \d+ \w+)/.exec(place ?? '')?.[1]}`))
  ).toBeFocused()
  await page.keyboard.press('k')
  await expect(page.getByRole('heading', { level: 2, name: /Week 46/ })).toBeVisible()
})

test('free time takes a block by a double click, or by drawing one', async ({ page }) => {
  await goTo(page, 'Plan', '')
  const placed = page.getByRole('button', { name: /^Deep work, locked, / })
  await free(page).dblclick({ position: { x: 40, y: 20 } })
  await expect(placed).toHaveCount(1)
  await page.keyboard.press('Control+z')
  await expect(placed).toHaveCount(0)
  const box = await free(page).boundingBox()
  if (!box) throw new Error('no free time')
  await page.mouse.move(box.x + 40, box.y + 3)
  await page.mouse.down()
  await page.mouse.move(box.x + 40, box.y + box.height - 4, { steps: 5 })
  await page.mouse.up()
  await expect(placed).toHaveCount(1)
})

test('where a meeting may give way and cannot, the engine says so while the block is held there', async ({
  page
}) => {
  await goTo(page, 'Plan', '')
  await page.getByRole('radio', { name: /^Most focus/ }).click()
  await expect(page.getByText('Proven best')).toBeVisible()
  await grab(page, proposed(page, OTHER))
  // Two meetings, one after the other, which may both give way.
  const first = await block(page, /^Mentoring: Noor, Tuesday/).boundingBox()
  const second = await block(page, /^Migration steering, Tuesday/).boundingBox()
  if (!first || !second) throw new Error('no meetings')
  await page.mouse.move(first.x + 40, (first.y + second.y + second.height) / 2, { steps: 4 })
  await expect(page.getByText('The meetings there find no other place on their day')).toBeVisible()
  await page.mouse.up()
  await expect(said(page)).toHaveText('Left as it was: The meetings there find no other place on their day')
})

test('the wish in the way is relaxed, and what it takes is a message to copy', async ({ page }) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await goTo(page, 'Plan', 'state=lacking')
  await expect(page.getByRole('button', { name: 'Stay', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true'
  )
  await expect(page.getByRole('radio', { name: /^No changes/ })).toBeChecked()
  // What reaches the band is another way to plan, and that is what is said.
  await expect(page.getByText(/^Plan for “Most focus”: it brings/)).toBeVisible()
  await page.getByRole('button', { name: 'Plan for most focus' }).click()
  await expect(page.getByRole('radio', { name: /^Most focus/ })).toBeChecked()
  await expect(page.getByRole('button', { name: 'May change', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true'
  )
  const ask = page
    .getByRole('region', { name: /^To ask for/ })
    .getByRole('listitem')
    .getByRole('button')
    .first()
  const title = (await ask.locator('.title').textContent()) ?? ''
  await ask.click()
  const panel = page.getByRole('complementary', { name: title })
  await panel.getByText('Brief').click()
  await panel.getByRole('button', { name: 'Copy' }).click()
  await expect(panel.getByRole('button', { name: 'Copied' })).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(`“${title}”`)
  await panel.getByRole('button', { name: `What “${title}” allows` }).click()
  await page.getByRole('menuitemradio', { name: /^Stays fixed/ }).click()
  await expect(page.getByRole('button', { name: 'Undo: Change what a meeting allows' })).toBeEnabled()
})

test('a lock is a button on the block, by pointer and by keys', async ({ page }) => {
  await goTo(page, 'Plan', '')
  const lock = page.getByRole('button', { name: `Lock, ${timeOf(OTHER)}` })
  await proposed(page, OTHER).hover()
  await lock.click()
  await expect(lock).toHaveAttribute('aria-pressed', 'true')
  await expect(block(page, `Deep work, locked, ${timeOf(OTHER)}`)).toBeVisible()
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
  const home = await proposed(page, OTHER).boundingBox()
  if (!home) throw new Error('no block')
  await proposed(page, OTHER).focus()
  for (let press = 0; press < 7 && !(await heading(/Week 48/).isVisible()); press++) {
    await page.keyboard.press('Alt+ArrowRight')
    await page.waitForTimeout(500)
  }
  await expect(heading(/Week 48/)).toBeVisible()
  const away = /^Deep work, locked, \w+ 2[3-7] Nov/
  await expect(block(page, away)).toBeFocused()

  // At the side the week turns under the pointer.
  await grab(page, block(page, away))
  const grid = await page.locator('.plan-grid').boundingBox()
  if (!grid) throw new Error('no grid')
  await page.mouse.move(grid.x + 6, grid.y + grid.height / 2, { steps: 6 })
  await expect(heading(/Week 47/)).toBeVisible()
  await page.mouse.move(home.x + home.width / 2, home.y + home.height / 2, { steps: 6 })
  await page.mouse.up()
  await expect(block(page, new RegExp(`^Deep work, locked, ${dayOf(OTHER)}`))).toBeVisible()
})

test('what is planned is remembered, and taken back as everything else is', async ({ page }) => {
  await goTo(page, 'Plan', 'state=mine')
  await proposed(page, OTHER).focus()
  await page.keyboard.press('l')
  const locked = block(page, `Deep work, locked, ${timeOf(OTHER)}`)
  await expect(locked).toBeVisible()
  await expect(page.getByRole('button', { name: 'Undo: Lock block' })).toBeEnabled()
  // Elsewhere it is one of the things that were done.
  await goByKeys(page, 'w', 'Week')
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('status', { name: 'News' })).toContainText('Undid: Plan: Lock block')
  await goByKeys(page, 'p', 'Plan')
  await expect(proposed(page, OTHER)).toBeVisible()
})

test('planning can be stopped', async ({ page }) => {
  await openWindow(page, 'state=slow')
  await goByKeys(page, 'p', 'Plan')
  await page.getByRole('button', { name: 'Stop' }).click()
  await expect(page.getByText('There is no plan yet.')).toBeVisible()
})

test('the plan is saved as a file, with how to import it', async ({ page }) => {
  await goTo(page, 'Plan', '')
  await page.keyboard.press('x')
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText(`${NEW.length} new blocks`)
  await dialog.getByRole('button', { name: 'Save file…' }).click()
  await expect(dialog.getByRole('status')).toContainText('Saved as deep-work.ics')
})
