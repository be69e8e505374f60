import { describe, expect, it } from 'vitest'
import { eventOn, row, shareOf } from '../../tests/build'
import { bandWords, confidenceWords, eventWords, kindWords, shareWords } from './words'

const plain = (text: string) => text.replaceAll('\u00a0', ' ')

describe('words', () => {
  it('says where a share lies', () => {
    expect(
      plain(bandWords(shareOf('review', { low: 0.1, high: 0.15, gap_hours: -1.5, status: 'under' })))
    ).toBe('−1.5 h')
    expect(bandWords(shareOf('review', { low: 0.1, high: 0.15, status: 'within' }))).toBe('in band')
    expect(bandWords(shareOf('other_work'))).toBe('no target')
  })

  it('reads a bar aloud with its target', () => {
    const over = shareOf('cross_team', { share: 0.31, low: 0.15, high: 0.2, gap_hours: 4.4, status: 'over' })
    expect(plain(shareWords(over))).toBe('Cross-team, 31 %, target 15 % to 20 %, +4.4 h')
  })

  it('reads an event aloud with all that its drawing shows', () => {
    const event = eventOn(1, '09:30', '10:30', {
      tentative: true,
      conflict: true,
      row: row({ summary: 'Interlock', people: 10 })
    })
    expect(eventWords(event)).toBe(
      'Interlock, Tuesday 10 Nov, 9:30–10:30, Cross-team, 10 people, tentative, overlaps another event'
    )
  })

  it('says why an event does not count', () => {
    const event = eventOn(1, '09:30', '10:30', {
      row: row({ counted: false, not_counted_because: 'declined' })
    })
    expect(eventWords(event)).toContain('not counted: the invitation was declined')
  })

  it('puts confidence and kinds into words', () => {
    expect([0.95, 0.8, 0.65, 0.4].map(confidenceWords)).toEqual(['Sure', 'Likely', 'Probably', 'A guess'])
    expect(kindWords('design_review')).toBe('design review')
    expect(kindWords('one_on_one')).toBe('1:1')
  })
})
