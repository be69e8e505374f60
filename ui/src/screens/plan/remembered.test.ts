import { describe, expect, it, vi } from 'vitest'
import { WeekwiseState } from '../../frame/state.svelte'
import { memoryHost } from '../../host/memory'
import { Planning } from './plan.svelte'

/** Fixtures are read from files: on a busy machine that takes its time. */
const PATIENCE = 10_000

describe('what is planned with', () => {
  it('is an act of the library, and taken back with it', async () => {
    const host = memoryHost(new URLSearchParams('state=mine'))
    const saved = vi.spyOn(host, 'savePlan')
    const app = new WeekwiseState(host)
    app.start()
    await vi.waitFor(() => expect(app.view).not.toBeNull(), PATIENCE)
    const planning = new Planning(app)
    await planning.load()
    planning.set({ mornings: 2 })
    expect(planning.undoable).toBe('Change mornings a week')
    await vi.waitFor(() => expect(app.library?.undo?.label).toBe('Plan: Change mornings a week'), PATIENCE)
    expect(saved).toHaveBeenCalledTimes(1)
    await app.undo()
    expect(app.library?.undo?.label).toBe('Import work.ics')
    await planning.load()
    expect(planning.wishes.mornings).toBe(3)
    expect(planning.undoable).toBeNull()
    expect(planning.redoable).toBe('Change mornings a week')
    await app.redo()
    await planning.load()
    expect(planning.wishes.mornings).toBe(2)
    expect(saved).toHaveBeenCalledTimes(1)
  })
})
