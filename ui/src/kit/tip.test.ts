// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { tip } from './tip'

describe('a tip', () => {
  const pointed = (element: HTMLElement, type: string) => element.dispatchEvent(new Event(type))

  it('is there while somebody points, and never for a screen reader', () => {
    const element = document.createElement('button')
    const leave = tip('Stand-up')(element)
    expect(element.hasAttribute('title')).toBe(false)
    pointed(element, 'pointerenter')
    expect(element.title).toBe('Stand-up')
    pointed(element, 'pointerleave')
    expect(element.hasAttribute('title')).toBe(false)
    leave?.()
    pointed(element, 'pointerenter')
    expect(element.hasAttribute('title')).toBe(false)
  })

  it('without words leaves alone what the element says itself', () => {
    const element = document.createElement('button')
    element.title = 'its own'
    tip(undefined)(element)
    pointed(element, 'pointerenter')
    pointed(element, 'pointerleave')
    expect(element.title).toBe('its own')
  })
})
