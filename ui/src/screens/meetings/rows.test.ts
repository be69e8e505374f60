import { describe, expect, it } from 'vitest'
import type { SeriesChange, SeriesRow } from '../../host/types'
import { filtered, sorted, worthwhile, type Filter } from './rows'

const row = (summary: string, changes: Partial<SeriesRow> = {}): SeriesRow => ({
  uid: summary,
  summary,
  calendar: 'Work',
  category: 'cross_team',
  kind: 'cross_team_sync',
  meeting: true,
  recurring: true,
  cadence: 'every week',
  times: 12,
  minutes: 720,
  hours_per_week: 1,
  people_hours_per_month: 40,
  people: 8,
  people_known: true,
  mine: false,
  focus_cost: 0,
  changes: [],
  marks: [],
  next: null,
  last: null,
  impact: null,
  gathered: 0,
  ...changes
})
const change = (action: SeriesChange['action'], focus: number, hours = 0, cost = 1): SeriesChange => ({
  id: '',
  asked: null,
  uid: '',
  action,
  by_minutes: 0,
  text: action,
  gain: '',
  focus_hours_per_week: focus,
  hours_per_week: hours,
  hours_to_move_saved: 0,
  social_cost: cost,
  social_cost_because: ''
})
const everything: Filter = { show: 'all', marks: [], categories: [], words: '' }
const names = (rows: SeriesRow[]) => rows.map(({ summary }) => summary)

describe('which series are listed', () => {
  const rows = [
    row('Platform sync', { marks: [{ mark: 'large', text: '', of: null }] }),
    row('Design review', { category: 'review', marks: [{ mark: 'long', text: '', of: null }] }),
    row('Vendor call', { recurring: false }),
    row('Focus', { meeting: false, category: 'deep_work' })
  ]

  it('tells recurring meetings, single ones and own blocks apart', () => {
    expect(names(filtered(rows, { ...everything, show: 'recurring' }))).toEqual([
      'Platform sync',
      'Design review'
    ])
    expect(names(filtered(rows, { ...everything, show: 'single' }))).toEqual(['Vendor call'])
    expect(names(filtered(rows, { ...everything, show: 'blocks' }))).toEqual(['Focus'])
    expect(filtered(rows, everything)).toHaveLength(4)
  })

  it('takes any of the marks, any of the categories and all of the words', () => {
    expect(filtered(rows, { ...everything, marks: ['large', 'long'] })).toHaveLength(2)
    expect(names(filtered(rows, { ...everything, marks: ['large'], categories: ['review'] }))).toEqual([])
    expect(names(filtered(rows, { ...everything, words: ' SYNC plat' }))).toEqual(['Platform sync'])
  })
})

describe('their order', () => {
  it('puts what has no value last, whichever way round', () => {
    const rows = [
      row('none'),
      row('little', { changes: [change('halve', 0.2)] }),
      row('much', { changes: [change('halve', 0.9)] })
    ]
    expect(names(sorted(rows, 'fortnightly', true))).toEqual(['much', 'little', 'none'])
    expect(names(sorted(rows, 'fortnightly', false))).toEqual(['little', 'much', 'none'])
  })

  it('knows people only where the file does', () => {
    const rows = [
      row('hidden', { people: 99, people_known: false }),
      row('few', { people: 3 }),
      row('many', { people: 20 })
    ]
    expect(names(sorted(rows, 'people', true))).toEqual(['many', 'few', 'hidden'])
  })

  it('has the soonest first, and those that are over last', () => {
    const rows = [
      row('over'),
      row('later', { next: '2026-11-20T09:00:00' }),
      row('soon', { next: '2026-11-13T09:00:00' })
    ]
    expect(names(sorted(rows, 'next', false))).toEqual(['soon', 'later', 'over'])
    expect(names(sorted(rows, 'summary', false))).toEqual(['later', 'over', 'soon'])
  })
})

describe('changes worth telling', () => {
  it('leaves out what gives nothing back or takes focus time, and keeps the order they are told in', () => {
    const told = worthwhile([
      change('move', -0.4),
      change('shorten', 0, 0.25),
      change('halve', 0.8, 0.5),
      change('move', 0, 0)
    ])
    expect(told.map(({ action }) => action)).toEqual(['shorten', 'halve'])
  })
})
