import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { hostOf, libraryOf, TestHost, weekOf } from '../../tests/build'
import type { Problem } from '../host'
import { WeekwiseState } from './state.svelte'

const UNREAD: Problem = { code: 'nothing_read', message: 'No events', diagnostics: [] }

async function started(host = new TestHost()) {
  const state = new WeekwiseState(hostOf(host))
  state.start()
  await vi.advanceTimersByTimeAsync(0)
  return { state, host }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('state', () => {
  it('opens the week the library names', async () => {
    const { state, host } = await started()
    expect(host.asked).toEqual(['2026-W46'])
    expect(state.view?.week).toBe('2026-W46')
    expect(state.isEmpty).toBe(false)
  })

  it('shows no week when nothing is open', async () => {
    const host = new TestHost()
    host.open = libraryOf({ files: [], week: null })
    const { state } = await started(host)
    expect(state.isEmpty).toBe(true)
    expect(state.view).toBeNull()
  })

  it('says what is read that was given at start, and asks for nothing meanwhile', async () => {
    const host = new TestHost()
    host.open = libraryOf({ files: [], week: null })
    host.given = ['work.ics']
    const { state } = await started(host)
    expect(state.reading.files).toEqual(['work.ics'])
    expect(state.isEmpty).toBe(false)
    host.tell({ kind: 'progress', read: 1, total: 4 })
    expect(state.reading.part).toBe(0.25)
    host.tell({ kind: 'opened', library: libraryOf({ imported: { calendars: [], diagnostics: [] } }) })
    await vi.advanceTimersByTimeAsync(0)
    expect(state.reading.files).toBeNull()
    expect(state.view?.week).toBe('2026-W46')
  })

  it('asks what to open where what was given at start cannot be read', async () => {
    const host = new TestHost()
    host.open = libraryOf({ files: [], week: null })
    host.given = ['letter.ics']
    const { state } = await started(host)
    host.tell({ kind: 'failed', problem: UNREAD })
    await vi.advanceTimersByTimeAsync(0)
    expect(state.problem).toEqual(UNREAD)
    expect(state.isEmpty).toBe(true)
  })

  it('turns weeks and says so', async () => {
    const { state, host } = await started()
    await state.showNext()
    expect(host.asked.at(-1)).toBe('2026-W47')
    expect(state.said).toContain('Week 47')
    await state.showToday()
    expect(host.asked.at(-1)).toBe('2026-W46')
  })

  it('keeps two copies of one event apart', async () => {
    const host = new TestHost()
    host.events = [host.events[0]!, host.events[0]!]
    const { state } = await started(host)
    expect(new Set(state.view?.events.map(({ key }) => key)).size).toBe(2)
  })

  it('skips no week when a key is pressed quickly', async () => {
    const { state, host } = await started()
    void state.showNext()
    void state.showNext()
    await state.showNext()
    expect(host.asked).toEqual(['2026-W46', '2026-W47', '2026-W48', '2026-W49'])
    expect(state.view?.week).toBe('2026-W49')
  })

  it('shows the last week asked for, whichever answer comes last', async () => {
    const { state, host } = await started()
    const answers: Record<string, (view: ReturnType<typeof weekOf>) => void> = {}
    host.week = (week) => new Promise((resolve) => (answers[week ?? ''] = resolve))
    void state.showWeek('2026-W40')
    void state.showWeek('2026-W41')
    answers['2026-W41']?.(weekOf([], { week: '2026-W41' }))
    answers['2026-W40']?.(weekOf([], { week: '2026-W40' }))
    await vi.advanceTimersByTimeAsync(0)
    expect(state.view?.week).toBe('2026-W41')
  })

  it('keeps panels that mean something in every week and closes the others', async () => {
    const { state } = await started()
    state.open({ kind: 'category', category: 'review' })
    state.deepen({ kind: 'event', key: 'x' })
    await state.showNext()
    expect(state.panel).toEqual({ kind: 'category', category: 'review' })
  })

  it('shows progress only when reading takes a while', async () => {
    const { state, host } = await started()
    host.tell({ kind: 'opening', files: ['calendar.ics'] })
    await vi.advanceTimersByTimeAsync(200)
    expect(state.reading.files).toBeNull()
    await vi.advanceTimersByTimeAsync(200)
    expect(state.reading.files).toEqual(['calendar.ics'])
    host.tell({ kind: 'opened', library: libraryOf() })
    await vi.advanceTimersByTimeAsync(0)
    expect(state.reading.files).toBeNull()
  })

  it('keeps what was open when an import fails', async () => {
    const { state, host } = await started()
    host.chooseFiles = () => Promise.reject(UNREAD)
    await state.chooseFiles()
    expect(state.problem).toEqual(UNREAD)
    expect(state.view?.week).toBe('2026-W46')
  })

  it('changes nothing when the file dialog is cancelled', async () => {
    const { state, host } = await started()
    host.chooseFiles = async () => null
    await state.chooseFiles()
    expect(host.asked).toHaveLength(1)
    expect(state.problem).toBeNull()
  })

  it('follows a drag over the window', async () => {
    const { state, host } = await started()
    host.tell({ kind: 'drop', phase: 'over' })
    expect(state.dragging).toBe(true)
    host.tell({ kind: 'drop', phase: 'leave' })
    expect(state.dragging).toBe(false)
  })

  it('hands refused settings back to the form and asks again for the week after accepted ones', async () => {
    const { state, host } = await started()
    expect(await state.changeSettings({ me: ['sam@example.org'] })).toBeNull()
    expect(host.asked).toHaveLength(2)
    host.changeSettings = () =>
      Promise.reject({ code: 'bad_settings', message: 'No such zone', diagnostics: [] })
    expect((await state.changeSettings({ zone: 'Nowhere' }))?.message).toBe('No such zone')
    expect(state.problem).toBeNull()
  })

  it('explains the event selected last', async () => {
    const { state } = await started()
    state.explainSelected()
    expect(state.panel).toBeNull()
    state.selected = 'k'
    state.explainSelected()
    expect(state.panel).toEqual({ kind: 'event', key: 'k', explain: true })
  })

  it('says what an import did and offers to undo it', async () => {
    const { state, host } = await started()
    const action = { label: 'Import work.ics', at: '2026-11-12T10:20:00' }
    host.chooseFiles = async () => libraryOf({ undo: action })
    await state.chooseFiles()
    expect(state.toasts.list).toMatchObject([{ text: 'Done: Import work.ics', action: { label: 'Undo' } }])
    host.undo = async () => libraryOf({ redo: action })
    await state.undo()
    expect(state.toasts.list.at(-1)?.text).toBe('Undid: Import work.ics')
    await vi.advanceTimersByTimeAsync(10_000)
    expect(state.toasts.list).toEqual([])
  })

  it('says what an import brought, and that the same file brought nothing', async () => {
    const { state, host } = await started()
    const brought = { key: 1, name: 'Work', created: true, identical: false, added: 212, moved: 0 }
    const calendar = { ...brought, changed: 0, cancelled: 0, removed: 0, still_holding: 0 }
    const undo = { label: 'Import work.ics', at: '2026-11-12T10:20:00' }
    host.chooseFiles = async () => libraryOf({ undo, imported: { calendars: [calendar], diagnostics: [] } })
    await state.chooseFiles()
    expect(state.toasts.list.at(-1)).toMatchObject({
      text: 'Imported Work: 212 events',
      action: { label: 'Undo' }
    })
    const same = { ...calendar, created: false, identical: true }
    host.chooseFiles = async () => libraryOf({ undo, imported: { calendars: [same], diagnostics: [] } })
    await state.chooseFiles()
    expect(state.toasts.list.at(-1)?.text).toContain('nothing is different')
    expect(state.toasts.list.at(-1)?.action).toBeUndefined()
  })

  it('asks anew when a subscription brought something', async () => {
    const { state, host } = await started()
    await state.showNext()
    host.tell({ kind: 'changed', library: libraryOf() })
    await vi.advanceTimersByTimeAsync(0)
    expect(host.asked.at(-1)).toBe('2026-W47')
    expect(host.asked).toHaveLength(3)
    expect(state.toasts.list).toEqual([])
  })

  it('keeps the week and the screen when something in the library changes', async () => {
    const { state, host } = await started()
    await state.showNext()
    state.go('sources')
    const before = state.revision
    await state.change(async () => libraryOf())
    expect(host.asked.at(-1)).toBe('2026-W47')
    expect(state.screen).toBe('sources')
    expect(state.revision).toBeGreaterThan(before)
  })

  it('tells a cancelled import in passing, and keeps what was open', async () => {
    const { state, host } = await started()
    host.tell({ kind: 'failed', problem: { ...UNREAD, code: 'cancelled' } })
    await vi.advanceTimersByTimeAsync(0)
    expect(state.problem).toBeNull()
    expect(state.toasts.list).toHaveLength(1)
    expect(state.view?.week).toBe('2026-W46')
  })
})
