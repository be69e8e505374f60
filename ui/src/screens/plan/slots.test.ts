import { describe, expect, it } from 'vitest'
import type { PlanBlock } from '../../host/types'
import {
  drawnBetween,
  movedTo,
  placedIn,
  planSlotOf,
  resizedTo,
  shownBlocks,
  slotOf,
  without,
  type Slot
} from './slots'

const DAY = '2026-11-17'
const slot = (start: number, end: number, day = DAY): Slot => ({ day, start: start * 60, end: end * 60 })
const planned = (start: string, end: string, origin: PlanBlock['origin'] = 'new'): PlanBlock => ({
  uid: start,
  start: `${DAY}T${start}:00+01:00`,
  end: `${DAY}T${end}:00+01:00`,
  minutes: 60,
  category: 'deep_work',
  title: 'Deep work',
  morning: false,
  origin,
  because: 'The time is free.'
})
const SAID_NOTHING = { locked: [], added: [], dismissed: [] }

describe('a block that is moved', () => {
  it('keeps its length and falls on a quarter of an hour', () => {
    expect(movedTo(slot(9, 11), DAY, 10 * 60 + 8)).toEqual({ day: DAY, start: 615, end: 735 })
  })

  it('stays within its day', () => {
    expect(movedTo(slot(9, 11), DAY, -40)).toEqual(slot(0, 2))
    expect(movedTo(slot(9, 11), DAY, 23 * 60 + 30)).toEqual(slot(22, 24))
  })

  it('goes to another day', () => {
    expect(movedTo(slot(9, 11), '2026-11-18', 540)).toEqual(slot(9, 11, '2026-11-18'))
  })
})

describe('a block that is resized', () => {
  it('moves one edge, to a quarter of an hour', () => {
    expect(resizedTo(slot(9, 11), 'end', 11 * 60 + 52)).toEqual({ day: DAY, start: 540, end: 705 })
    expect(resizedTo(slot(9, 11), 'start', 8 * 60 + 7)).toEqual({ day: DAY, start: 480, end: 660 })
  })

  it('never turns inside out', () => {
    expect(resizedTo(slot(9, 11), 'end', 8 * 60)).toEqual({ day: DAY, start: 540, end: 555 })
    expect(resizedTo(slot(9, 11), 'start', 12 * 60)).toEqual({ day: DAY, start: 645, end: 660 })
  })
})

describe('a block that is drawn', () => {
  it('may be drawn upwards', () => {
    expect(drawnBetween(DAY, 11 * 60 + 2, 9 * 60 - 3)).toEqual(slot(9, 11))
  })

  it('is a quarter of an hour at least', () => {
    expect(drawnBetween(DAY, 540, 542)).toEqual({ day: DAY, start: 540, end: 555 })
  })
})

describe('a block in free time', () => {
  it('begins where it was asked for', () => {
    expect(placedIn(slot(9, 17), 10 * 60 + 20, 90, 120)).toEqual({ day: DAY, start: 615, end: 735 })
  })

  it('begins earlier where the rest would be too short', () => {
    expect(placedIn(slot(13, 15), 14 * 60 + 30, 90, 120)).toEqual({ day: DAY, start: 810, end: 900 })
  })

  it('is nowhere where it is too short', () => {
    expect(placedIn(slot(13, 14), 13 * 60, 90, 120)).toBeNull()
  })
})

describe('what one stretch leaves of another', () => {
  it('is up to two parts', () => {
    expect(without(slot(9, 12), slot(10, 11))).toEqual([slot(9, 10), slot(11, 12)])
    expect(without(slot(9, 12), slot(8, 10))).toEqual([slot(10, 12)])
    expect(without(slot(9, 12), slot(9, 12))).toEqual([])
    expect(without(slot(9, 12), slot(9, 12, '2026-11-18'))).toEqual([slot(9, 12)])
  })
})

describe('a stretch', () => {
  it('goes to the engine and comes back the same', () => {
    expect(slotOf(planSlotOf(slot(9, 11), 'Europe/Berlin'))).toEqual(slot(9, 11))
    expect(slotOf(planSlotOf(slot(22, 24), 'Asia/Kolkata'))).toEqual(slot(22, 24))
  })
})

describe('the blocks that are shown', () => {
  const clocks = (blocks: ReturnType<typeof shownBlocks>) =>
    blocks.map(({ slot, origin }) => `${slot.start / 60}–${slot.end / 60} ${origin}`)

  it('are those of the plan, where nothing was said since', () => {
    const blocks = shownBlocks([planned('09:00', '11:00', 'kept'), planned('15:00', '17:00')], SAID_NOTHING)
    expect(clocks(blocks)).toEqual(['9–11 kept', '15–17 new'])
  })

  it('are at once where they were moved to', () => {
    const blocks = shownBlocks([planned('15:00', '17:00')], {
      ...SAID_NOTHING,
      locked: [slot(14, 16)],
      dismissed: [slot(16, 17)]
    })
    expect(clocks(blocks)).toEqual(['14–16 locked'])
  })

  it('are locked and keep their reason where they stand', () => {
    const [block] = shownBlocks([planned('15:00', '17:00')], { ...SAID_NOTHING, locked: [slot(15, 17)] })
    expect(block).toMatchObject({ origin: 'locked', because: 'The time is free.' })
  })

  it('are gone where they were dismissed, but never from the calendar', () => {
    const blocks = shownBlocks([planned('09:00', '11:00', 'kept'), planned('15:00', '17:00')], {
      ...SAID_NOTHING,
      dismissed: [slot(9, 11), slot(15, 17)]
    })
    expect(clocks(blocks)).toEqual(['9–11 kept'])
  })

  it('are the plan’s again where they were let go of', () => {
    expect(clocks(shownBlocks([planned('15:00', '17:00', 'locked')], SAID_NOTHING))).toEqual(['15–17 new'])
  })
})
