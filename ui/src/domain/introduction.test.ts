import { describe, expect, it } from 'vitest'
import { daysText } from './introduction'

describe('working days', () => {
  it.each([
    [[1, 2, 3, 4, 5], 'Mon–Fri'],
    [[1, 2, 3, 4, 7], 'Sun–Thu'],
    [[1, 3, 5], 'Mon, Wed, Fri'],
    [[1, 2, 4, 5, 6], 'Mon, Tue, Thu–Sat'],
    [[6, 7, 1], 'Sat–Mon'],
    [[1, 2, 3, 4, 5, 6, 7], 'every day'],
    [[], 'none']
  ])('%j are %s', (days, text) => {
    expect(daysText(days)).toBe(text)
  })
})
