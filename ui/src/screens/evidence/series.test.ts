import { expect, it } from 'vitest'
import type { EvidenceItem } from '../../host/types'
import { seriesOf } from './series'

const item = (uid: string, day: string, hours: number): EvidenceItem => ({
  uid,
  day,
  hours,
  title: `The ${uid}`,
  ticked: true
})

it('adds up each series, from its first day to its last, the most hours first', () => {
  const found = seriesOf([
    item('sync', '2026-10-06', 0.5),
    item('board', '2026-10-07', 2),
    item('sync', '2026-10-20', 0.5),
    item('sync', '2026-09-01', 0.5)
  ])
  expect(found.map(({ uid, times, hours }) => [uid, times, hours])).toEqual([
    ['board', 1, 2],
    ['sync', 3, 1.5]
  ])
  expect(found[1]).toMatchObject({ first: '2026-09-01', last: '2026-10-20' })
})
