import { expect, test } from 'vitest'
import figures from '../../../fixtures/figures.json'
import type { FiguresView } from '../../host/types'
import { FIGURES } from '.'

const view = figures as unknown as FiguresView

/** What other figures tell: a total, a list of days, a level in words. */
const TOLD_ELSEWHERE = [
  'capacity_hours',
  'meeting_hours',
  'perhaps_meeting_hours',
  'load_level',
  'meetings',
  'conflicts',
  'held_mornings',
  'days'
]

test('every metric the engine knows is among the figures, with words', () => {
  const told = [...FIGURES.map(({ id }) => id), ...TOLD_ELSEWHERE]
  expect(Object.keys(view.metrics).filter((name) => !told.includes(name))).toEqual([])
  for (const figure of FIGURES) {
    expect(figure.value(view), figure.id).toMatch(/\w/)
    expect(figure.how.length, figure.id).toBeGreaterThan(20)
    for (const { name, value } of figure.parts?.(view) ?? []) expect(`${name}${value}`).not.toContain('NaN')
  }
})

test('a load that may be more is told from the least to the most', () => {
  const load = FIGURES.find(({ id }) => id === 'meeting_load')
  const metrics = {
    ...view.metrics,
    capacity_hours: 40,
    meeting_hours: 2,
    meeting_load: 0.05,
    perhaps_meeting_hours: 28
  }
  expect(load?.value({ ...view, metrics })).toBe('5–75\u00a0%')
  expect(load?.parts?.({ ...view, metrics })).toContainEqual({
    name: 'Perhaps meetings too',
    value: '28.0\u00a0h'
  })
})
