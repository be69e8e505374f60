import { describe, expect, it } from 'vitest'
import {
  clockRange,
  count,
  dateRange,
  every,
  hours,
  hoursInText,
  joined,
  length,
  moment,
  share,
  shareRange,
  signedHours,
  size,
  weekdayName,
  weekNumber,
  when
} from './format'
import examples from './words.json'

const plain = (text: string) => text.replaceAll('\u00a0', ' ')

describe('one voice', () => {
  const written: Record<string, (given: never) => string> = {
    count: (number: number) => count(number, 'event'),
    hours,
    hoursInText,
    length,
    share,
    signedHours,
    weekdayName
  }

  it.each(Object.entries(examples))('writes %s as every other room does', (name, lines) => {
    for (const [given, text] of lines) expect(plain(written[name]!(given as never))).toBe(text)
  })
})

describe('figures', () => {
  it('shows hours with one decimal and a real minus', () => {
    expect(plain(hours(5.34))).toBe('5.3 h')
    expect(plain(signedHours(4.4))).toBe('+4.4 h')
    expect(plain(signedHours(-3.62))).toBe('−3.6 h')
  })

  it('rounds the middle as the engine does: to the even one', () => {
    expect(plain(hours(7.25))).toBe('7.2 h')
    expect(plain(hours(6.75))).toBe('6.8 h')
    expect(plain(signedHours(-7.25))).toBe('−7.2 h')
    expect(plain(share(0.125))).toBe('12 %')
    expect(plain(share(0.375))).toBe('38 %')
  })

  it('drops the sign of what rounds to nothing', () => {
    expect(plain(signedHours(0.01))).toBe('0.0 h')
    expect(plain(signedHours(-0.01))).toBe('0.0 h')
  })

  it('shows sizes as file managers do', () => {
    expect(plain(size(0))).toBe('0 bytes')
    expect(plain(size(999))).toBe('999 bytes')
    expect(plain(size(1_912_832))).toBe('1.9 MB')
    expect(plain(size(48_000_000_000_000))).toBe('48000 GB')
  })

  it('says how often in the greatest unit that fits', () => {
    expect(every(15)).toBe('every 15 minutes')
    expect(every(60)).toBe('every hour')
    expect(every(90)).toBe('every 90 minutes')
    expect(every(720)).toBe('every 12 hours')
    expect(every(7 * 24 * 60)).toBe('every 7 days')
  })

  it('shows a moment with its time, a date without one', () => {
    expect(moment('2026-11-09T08:58:00')).toBe('9 Nov 2026, 8:58')
    expect(moment('2026-11-09')).toBe('9 Nov 2026')
  })

  it('keeps a figure and its unit on one line', () => {
    expect(hours(1)).toContain('\u00a0')
    expect(share(0.28)).toContain('\u00a0')
  })

  it('keeps them together in sentences too', () => {
    expect(joined('2 h 30 min back; 44 % to 39 %')).toBe('2\u00a0h 30\u00a0min back; 44\u00a0% to 39\u00a0%')
    expect(joined('3 hidden minutes')).toBe('3 hidden minutes')
  })

  it('shows shares as whole per cent and ranges once where the ends agree', () => {
    expect(plain(share(0.284))).toBe('28 %')
    expect(plain(shareRange(0.3, 0.4))).toBe('30–40 %')
    expect(plain(shareRange(0.301, 0.304))).toBe('30 %')
  })

  it('says lengths as people do', () => {
    expect(plain(length(45))).toBe('45 min')
    expect(plain(length(60))).toBe('1 h')
    expect(plain(length(105))).toBe('1 h 45 min')
  })

  it('counts one and many', () => {
    expect(count(1, 'event')).toBe('1 event')
    expect(count(2, 'person', 'people')).toBe('2 people')
    expect(count(1200, 'event')).toBe('1,200 events')
  })
})

describe('dates', () => {
  it('names a week by what differs', () => {
    expect(weekNumber('2026-W06')).toBe('Week 6')
    expect(dateRange('2026-11-09', '2026-11-15')).toBe('9–15 Nov 2026')
    expect(dateRange('2026-09-28', '2026-10-04')).toBe('28 Sep–4 Oct 2026')
    expect(dateRange('2026-12-28', '2027-01-03')).toBe('28 Dec–3 Jan 2027')
  })

  it('says when an event is', () => {
    expect(when('2026-11-10T09:30:00', '2026-11-10T10:30:00', false)).toBe('Tue 10 Nov, 9:30–10:30')
    expect(when('2026-11-10T22:00:00', '2026-11-11T00:00:00', false)).toBe('Tue 10 Nov, 22:00–24:00')
    expect(when('2026-11-10T22:00:00', '2026-11-11T01:00:00', false)).toBe(
      'Tue 10 Nov, 22:00 – Wed 11 Nov, 1:00'
    )
    expect(when('2026-11-10T00:00:00', '2026-11-11T00:00:00', true)).toBe('Tue 10 Nov, all day')
    expect(when('2026-11-09T00:00:00', '2026-11-14T00:00:00', true)).toBe('Mon 9 Nov – Fri 13 Nov, all day')
  })

  it('ends a day at 24:00', () => {
    expect(clockRange('2026-11-10T23:00:00', '2026-11-11T00:00:00')).toBe('23:00–24:00')
  })
})
