import { describe, expect, it } from 'vitest'
import type { Diagnostic, ImportedCalendar, Library } from '../host/types'
import { importQuestion, importWords } from './import-words'

const calendar = (changes: Partial<ImportedCalendar>): ImportedCalendar => ({
  key: 1,
  name: 'Work',
  created: false,
  identical: false,
  added: 0,
  moved: 0,
  changed: 0,
  cancelled: 0,
  removed: 0,
  still_holding: 0,
  ...changes
})
const left = { outcome: 'left_out' } as Diagnostic
const repaired = { outcome: 'repaired' } as Diagnostic

describe('what an import brought', () => {
  it('is how many events a new calendar has', () => {
    const words = importWords({
      calendars: [calendar({ created: true, added: 1204 })],
      diagnostics: [left, repaired]
    })
    expect(words).toBe('Imported Work: 1,204 events; 1 event left out')
  })

  it('is what is different in one that was there', () => {
    const calendars = [
      calendar({ added: 12, moved: 3, cancelled: 1 }),
      calendar({ name: 'Team', removed: 2 })
    ]
    expect(importWords({ calendars, diagnostics: [] })).toBe(
      'Imported Work and 1 more calendar: 12 new, 3 moved, 1 called off, 2 not there any more'
    )
  })

  it('is nothing where the same file comes again', () => {
    expect(importWords({ calendars: [calendar({ identical: true })], diagnostics: [] })).toBe(
      'Work: nothing is different from before'
    )
  })
})

describe('what is asked after an import', () => {
  it('is whether a calendar is one that was there, with both names', async () => {
    const joined: number[][] = []
    const host = {
      joinCalendars: async (...keys: number[]) => {
        joined.push(keys)
        return {} as Library
      }
    }
    const asked = calendar({ key: 3, name: 'Calendar', created: true, may_be: { key: 1, name: 'Work' } })
    const question = importQuestion({ calendars: [calendar({}), asked], diagnostics: [] }, host)
    expect(question?.words).toBe('Is “Calendar” the same calendar as “Work”? Both count until you say so.')
    await question?.join()
    expect(joined).toEqual([[3, 1]])
    expect(importQuestion({ calendars: [calendar({})], diagnostics: [] }, host)).toBeNull()
  })
})
