import { expect } from '@playwright/test'
import { openWindow, test } from './page'

test('from nothing to the demo week in one click', async ({ page }) => {
  const complaints = await openWindow(page, 'state=empty')
  await expect(page.getByRole('heading', { name: 'Where does your week go?' })).toBeVisible()
  await expect(page.getByRole('main').getByText('Nothing leaves this computer.')).toBeVisible()
  await page.getByRole('button', { name: 'Open the demo calendar' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Week')
  await expect(page.getByText('Demo calendar', { exact: true })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Import your own…' })).toBeVisible()
  expect(complaints).toEqual([])
})

test('an unreadable file says what happened and where', async ({ page }) => {
  await openWindow(page, 'state=error')
  await page.keyboard.press('Control+o')
  const dialog = page.getByRole('dialog', { name: 'Nothing could be read' })
  await expect(dialog).toContainText('notes.txt:1')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('button', { name: 'Import a calendar…' })).toBeVisible()
})

test('long reading shows what is read', async ({ page }) => {
  await openWindow(page, 'state=loading')
  await page.getByRole('button', { name: 'Import a calendar…' }).click()
  await expect(page.getByText('Reading calendar.ics…', { exact: true })).toBeVisible()
})

test('after an import one Enter says that what was read is right, and it can be undone', async ({ page }) => {
  const complaints = await openWindow(page, 'state=mine')
  const card = page.getByRole('region', { name: /Is this right\?/ })
  await expect(card).toContainText('sam.okafor@harborline.example')
  await expect(card.getByRole('button', { name: /That’s right/ })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(card).toBeHidden()
  await page.keyboard.press('Control+z')
  await expect(card).toBeVisible()
  expect(complaints).toEqual([])
})

test('what was read is set right by keyboard alone', async ({ page }) => {
  await openWindow(page, 'state=mine')
  const card = page.getByRole('region', { name: /Is this right\?/ })
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Enter')
  await expect(card.getByLabel('You', { exact: true })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(card.getByRole('button', { name: 'Change…' })).toBeFocused()
  await page.keyboard.press('Enter')
  await card.getByLabel('Lunch').fill('12:30-13:15')
  await page.keyboard.press('Enter')
  await expect(card).toBeHidden()
  await expect(page.getByRole('status', { name: 'News' })).toContainText('Undo')
})

test('a calendar written on another clock asks for the clock first', async ({ page }) => {
  const complaints = await openWindow(page, 'state=elsewhere')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Which clock are your weeks on?')
  await expect(page.getByRole('button', { name: /^Berlin/ })).toBeFocused()
  await page.keyboard.press('2')
  await expect(page.getByRole('group', { name: 'Week grid' })).toBeVisible()
  await expect(page.getByRole('region', { name: /Is this right\?/ })).toBeVisible()
  expect(complaints).toEqual([])
})

test('a calendar dropped on the window is opened', async ({ page }) => {
  await openWindow(page, 'state=empty')
  await page.evaluate(() => window.dispatchEvent(new DragEvent('dragover', { cancelable: true })))
  await expect(page.getByText('Drop to import')).toBeVisible()
  await page.evaluate(() => window.dispatchEvent(new DragEvent('drop', { cancelable: true })))
  await expect(page.getByText('Drop to import')).toBeHidden()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Week')
})
