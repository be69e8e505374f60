import { describe, expect, it } from 'vitest'
import type { WeekwiseState } from '../../frame/state.svelte'
import type { AnswerView, Question } from '../../host/types'
import { Questions, stepsOf } from './questions.svelte'
import { whoWords } from './words'

const answer = (id: string, step: number, minutes: number): AnswerView => ({
  id,
  option: 'a',
  text: id,
  who: { by: 'me' },
  at: '2026-11-12T10:20:00',
  step,
  minutes,
  but: null
})

describe('what was settled', () => {
  it('stands in one row where it was given together', () => {
    const steps = stepsOf([answer('c', 2, 30), answer('a', 1, 60), answer('b', 1, 0)])
    expect(steps.map(({ step, answers, minutes }) => [step, answers.length, minutes])).toEqual([
      [2, 1, 30],
      [1, 2, 60]
    ])
  })

  it('says who said it, where that was not the user', () => {
    expect(whoWords({ by: 'me' })).toBe('')
    expect(whoWords({ by: 'assistant', name: 'a model on this computer' })).toBe(
      'by a model on this computer'
    )
  })
})

/** Questions a, b and c; what is answered is kept when `keep` is called. */
async function asked() {
  const answered: string[] = []
  const order = ['a', 'b', 'c']
  const waiting: (() => void)[] = []
  const app = {
    badges: {},
    askedQuestion: null,
    host: {
      questions: async () => {
        const open = order.filter((id) => !answered.includes(id))
        const options = [{ id: 'one' }, { id: 'two' }]
        return {
          questions: open.map((id) => ({ id, options, put_off: false })),
          answers: [],
          open: open.length
        }
      },
      answer: async ([{ id }]: [{ id: string }]) => {
        await new Promise<void>((done) => waiting.push(done))
        answered.push(id)
        return { library: {}, refused: [] }
      }
    },
    change: async (work: () => Promise<unknown>) => {
      await work()
      return true
    }
  } as unknown as WeekwiseState
  const questions = new Questions(app)
  await questions.load()
  const ids = (open: Question[]) => open.map(({ id }) => id)
  return {
    questions,
    answered,
    order,
    open: () => ids(questions.open),
    keep: async () => {
      await new Promise((done) => setTimeout(done))
      waiting.shift()?.()
      await new Promise((done) => setTimeout(done))
    }
  }
}

describe('answering', () => {
  it('goes on to the best of what is left, and to the one after for whoever goes through the list', async () => {
    const { questions, keep } = await asked()
    questions.step(1)
    expect(questions.current?.id).toBe('b')
    questions.answerNumber(1)
    expect(questions.current?.id).toBe('c')
    await keep()
    await questions.load()
    questions.step(-1)
    questions.answerNumber(1)
    expect(questions.current?.id).toBe('c')
    await keep()
    const sorted = await asked()
    sorted.questions.answerNumber(1)
    await sorted.keep()
    // The list is sorted anew: what was behind is before now.
    sorted.order.splice(0, 3, 'c', 'b', 'a')
    await sorted.questions.load()
    expect(sorted.questions.current?.id).toBe('b')
    sorted.questions.answerNumber(1)
    expect(sorted.questions.current?.id).toBe('c')
  })

  it('loses no key while an answer is kept, and asks nothing again that is on its way', async () => {
    const { questions, answered, open, keep } = await asked()
    questions.answerNumber(1)
    expect(questions.current?.id).toBe('b')
    questions.answerNumber(2)
    expect(questions.current?.id).toBe('c')
    await keep()
    await questions.load()
    expect(answered).toEqual(['a'])
    expect(open()).toEqual(['c'])
    await keep()
    await questions.load()
    expect(answered).toEqual(['a', 'b'])
    expect(open()).toEqual(['c'])
  })
})
