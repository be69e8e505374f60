// @vitest-environment jsdom
import { expect, it } from 'vitest'
import { tellCutOff } from './cut-off'

function textOf(width: number, needed: number): HTMLElement {
  document.body.innerHTML = '<p style="text-overflow: ellipsis"><b>Cross-team  planning</b></p>'
  const element = document.querySelector('p') as HTMLElement
  Object.defineProperties(element, {
    clientWidth: { value: width, configurable: true },
    scrollWidth: { value: needed, configurable: true }
  })
  return element
}
const pointAt = (element: Element) => {
  const event = new Event('pointerover', { bubbles: true })
  element.addEventListener('pointerover', tellCutOff, { once: true })
  ;(element.firstElementChild ?? element).dispatchEvent(event)
}

it('tells what is cut off, and stops telling it once there is room', () => {
  const element = textOf(80, 120)
  pointAt(element)
  expect(element.title).toBe('Cross-team planning')
  Object.defineProperty(element, 'clientWidth', { value: 120 })
  pointAt(element)
  expect(element.hasAttribute('title')).toBe(false)
})

it('leaves alone what fits, and a tooltip that is already there', () => {
  const fits = textOf(120, 120)
  pointAt(fits)
  expect(fits.hasAttribute('title')).toBe(false)
  const says = textOf(80, 120)
  says.title = 'In full'
  pointAt(says)
  expect(says.title).toBe('In full')
})
