import { describe, expect, it } from 'vitest'
import { eventOn, weekOf } from '../../../tests/build'
import type { Ghost } from '../../host/types'
import { ghostsOf } from './ghosts'
import { weekLayout } from './layout'

const meeting = eventOn(1, '09:00', '10:00')
const column = () => weekLayout(weekOf([meeting])).columns[1]!
const at = (time: string) => `${meeting.start.slice(0, 10)}T${time}:00`
const ghost = (changes: Partial<Ghost>): Ghost => ({
  uid: meeting.row.uid,
  title: 'Sync',
  category: 'cross_team',
  start: at('09:00'),
  end: at('10:00'),
  to_start: null,
  to_end: null,
  ...changes
})
const drawn = (...ghosts: Ghost[]) =>
  ghostsOf(column(), ghosts, 'leave').map(({ goes, comes, start, end }) => [goes, comes, start, end])

describe('what a change does in the week', () => {
  it('goes', () => {
    expect(drawn(ghost({}))).toEqual([['Sync', null, 540, 600]])
  })

  it('comes in the place of what goes: one box', () => {
    const comes = { uid: null, title: 'Strategy', start: null, end: null, category: 'strategy' as const }
    expect(drawn(ghost({}), ghost({ ...comes, to_start: at('09:00'), to_end: at('10:00') }))).toEqual([
      ['Sync', 'Strategy', 540, 600]
    ])
  })

  it('moves: from here, to there', () => {
    expect(drawn(ghost({ to_start: at('15:00'), to_end: at('16:00') }))).toEqual([
      ['Sync', null, 540, 600],
      [null, 'Sync', 900, 960]
    ])
  })

  it('ends earlier: only its rest goes', () => {
    expect(drawn(ghost({ to_start: at('09:00'), to_end: at('09:30') }))).toEqual([['', null, 570, 600]])
  })

  it('gets another purpose', () => {
    expect(drawn(ghost({ to_start: at('09:00'), to_end: at('10:00') }))).toEqual([[null, 'Sync', 540, 600]])
  })

  it('is on another day', () => {
    const other = weekLayout(weekOf([meeting])).columns[2]!
    expect(ghostsOf(other, [ghost({})], 'leave')).toEqual([])
  })
})
