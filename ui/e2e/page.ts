import { test as base, expect, type Page } from '@playwright/test'
import axe from 'axe-core'

export const SIZES = [
  { width: 1440, height: 900 },
  { width: 1024, height: 700 }
]
export const THEMES = ['light', 'dark'] as const

/** So many tests have one page: one that has been through more than a hundred stops answering now and then. */
const TESTS_OF_A_PAGE = 40

/** Pages, one after the other. */
interface Pages {
  /** The page for the next test. */
  next(): Promise<Page>
}

/**
 * One page for many tests: what the browser loaded and compiled for one of them it need not for the next. Each test finds it
 * empty, with nothing stored, and as large as ever.
 */
export const test = base.extend<{ page: Page }, { pages: Pages }>({
  pages: [
    async ({ browser }, use, { project }) => {
      const { baseURL, viewport } = project.use
      let page: Page | null = null
      let tests = 0
      const next = async () => {
        if (page && tests++ % TESTS_OF_A_PAGE !== 0) return page
        await page?.context().close()
        const context = await browser.newContext({ baseURL, viewport })
        page = await context.newPage()
        // As in the app.
        await page.addInitScript(() => Object.freeze(Object.prototype))
        tests = 1
        return page
      }
      await use({ next })
      await (page as Page | null)?.context().close()
    },
    { scope: 'worker' }
  ],
  page: async ({ pages }, use, { project }) => {
    const page = await pages.next()
    await use(page)
    page.removeAllListeners('console')
    page.removeAllListeners('pageerror')
    await page.unrouteAll()
    await page.evaluate(() => localStorage.clear())
    await page.goto('about:blank')
    await page.context().clearPermissions()
    await page.emulateMedia({ reducedMotion: null, colorScheme: null })
    if (project.use.viewport) await page.setViewportSize(project.use.viewport)
    await page.mouse.move(0, 0)
  }
})

/** Opens the window; the server gives it the rules of the app for what may load. Answers with what the console complains of. */
export async function openWindow(page: Page, query = ''): Promise<string[]> {
  const complaints: string[] = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(`/?${query}`)
  await page.locator('main:not([aria-busy="true"])').waitFor()
  await page.evaluate(() => document.fonts.ready)
  return complaints
}

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']

/** `rules`: only these, where the rest was judged already. */
export async function expectAccessible(page: Page, rules: string[] = []): Promise<void> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  const found = await page.evaluate(
    async ({ rules, tags }) => {
      // Animations begin transparent: contrast is judged once they are over.
      const ending = document
        .getAnimations()
        .filter(({ effect }) => effect?.getTiming().iterations !== Infinity)
      await Promise.all(ending.map((animation) => animation.finished.catch(() => undefined)))
      const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, {
        runOnly: rules.length > 0 ? { type: 'rule', values: rules } : { type: 'tag', values: tags },
        resultTypes: ['violations']
      })
      return violations.flatMap(({ id, nodes }) =>
        nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.any[0]?.message ?? ''}`)
      )
    },
    { rules, tags: TAGS }
  )
  expect(found).toEqual([])
}

/** Nothing is wider than the window, and no text is cut off without an ellipsis. */
export async function expectNothingCut(page: Page): Promise<void> {
  const cut = await page.evaluate(() => {
    const wrong: string[] = []
    if (document.documentElement.scrollWidth > innerWidth) wrong.push('the page scrolls sideways')
    for (const box of document.querySelectorAll<HTMLElement>('main *, aside *, dialog *')) {
      const scrolls = ['auto', 'scroll'].includes(getComputedStyle(box).overflowX)
      if (scrolls && box.scrollWidth > box.clientWidth + 1 && !box.closest('.sideways'))
        wrong.push(`scrolls sideways: ${box.className} ${box.tagName}`)
    }
    const texts = [
      ...document.querySelectorAll<HTMLElement>('button, h1, h2, h3, p, span, time, dt, dd, th, td, label')
    ]
    for (const element of texts) {
      if (!element.textContent?.trim() || element.closest('.unseen')) continue
      const style = getComputedStyle(element)
      if (style.visibility === 'hidden' || style.display === 'none' || style.display === 'inline') continue
      const hidden = style.overflowX !== 'visible' && style.overflowX !== 'auto'
      const ellipsis = style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none'
      const over = element.scrollWidth > element.clientWidth + 1
      if (over && !ellipsis && (hidden || element.scrollWidth > element.offsetWidth + 2))
        wrong.push(`cut: ${element.className} “${element.textContent.trim().slice(0, 40)}”`)
      const box = element.getBoundingClientRect()
      const clips = (one: Element) => ['hidden', 'clip'].includes(getComputedStyle(one).overflowX)
      let around = element.parentElement
      while (around && !clips(around)) around = around.parentElement
      const edge = around?.getBoundingClientRect()
      if (
        edge &&
        edge.width > 0 &&
        box.right > edge.right + 1 &&
        box.left < edge.right &&
        !element.closest('.sideways')
      )
        wrong.push(`cut by ${around?.className}: “${element.textContent.trim().slice(0, 40)}”`)
      // What scrolls sideways by itself loses nothing.
      if (element.closest('.sideways')) continue
      if (box.width > 0 && (box.right > innerWidth + 1 || box.left < -1))
        wrong.push(`outside: “${element.textContent.trim().slice(0, 40)}”`)
    }
    return wrong
  })
  expect(cut).toEqual([])
}

/** In both sizes and themes: reached once, then judged in each. What a theme changes is contrast alone. */
export async function expectFine(page: Page, reach: () => Promise<unknown>): Promise<void> {
  // Nothing is waited for that only moves; motion has a test of its own.
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await reach()
  for (const size of SIZES) {
    await page.setViewportSize(size)
    for (const theme of THEMES) {
      await page.evaluate((theme) => (document.documentElement.dataset.theme = theme), theme)
      await expectNothingCut(page)
      await expectAccessible(page, theme === THEMES[0] ? [] : ['color-contrast'])
    }
  }
}

/** `G`, then the key of a screen; pressed anew where the machine was too slow between the two. */
export async function goByKeys(page: Page, key: string, screen: string): Promise<void> {
  const current = page.getByRole('navigation', { name: 'Screens' }).locator('[aria-current="page"]')
  await expect(async () => {
    await page.keyboard.press('g')
    await page.keyboard.press(key)
    await expect(current).toContainText(screen, { timeout: 1500 })
  }).toPass()
}

export async function goTo(page: Page, screen: string, query = 'state=mine'): Promise<string[]> {
  const complaints = await openWindow(page, query)
  await page.getByRole('navigation').getByRole('button', { name: screen }).click()
  await page.getByRole('heading', { level: 1, name: screen }).waitFor()
  await page.locator('main:not([aria-busy="true"])').waitFor()
  return complaints
}
