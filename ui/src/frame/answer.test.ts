import { describe, expect, it } from 'vitest'
import { Answer } from './answer.svelte'

describe('an answer', () => {
  it('that was overtaken by a later question is void', async () => {
    const answer = new Answer<number>()
    let early: (value: number) => void = () => undefined
    const first = answer.ask(() => new Promise((resolve) => (early = resolve)))
    await answer.ask(async () => 2)
    early(1)
    expect(await first).toBeNull()
    expect(answer.value).toBe(2)
    expect(answer.waiting).toBe(false)
  })

  it('keeps what was known when the next one fails, and says why it did', async () => {
    const answer = new Answer<number>()
    await answer.ask(async () => 1)
    await answer.ask(() => Promise.reject({ code: 'internal', message: 'no' }))
    expect(answer.value).toBe(1)
    expect(answer.problem?.message).toBe('no')
    await answer.ask(async () => 3)
    expect(answer.problem).toBeNull()
  })
})
