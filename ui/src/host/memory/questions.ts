import type { Problem } from '../host'
import type { QuestionsCalls } from '../questions'
import type { Answerer, AnswerRequest, AnswerView, ModelProposal, Question, QuestionList } from '../types'
import type { World } from './world'

/** What was answered and put off. */
interface Said {
  answers: AnswerView[]
  later: string[]
  never: string[]
}

/** What was said in it so far; the review leaves out what was answered. */
export const saidIn = (world: World): Said =>
  world.part<Said>('answers', () => ({ answers: [], later: [], never: [] }))

export function questionsOf(world: World): QuestionsCalls {
  const said = () => saidIn(world)
  const model = () => world.library.settings.local_model.name
  let stop: (() => void) | null = null
  const answer = async (requests: AnswerRequest[], who: Answerer) => {
    const list = await all()
    const step = Math.max(0, ...said().answers.map((answer) => answer.step)) + 1
    const taken = requests.map((request) => ({ ...answered(found(list, request), request, step), who }))
    const label = taken.length === 1 ? (taken[0]?.text ?? '') : `${taken.length} answers`
    const library = world.say(label, () => said().answers.unshift(...taken))
    return { library, taken, refused: [] }
  }
  return {
    questions: async (most) => listed(await all(), said(), most, world.state === 'settled'),
    question: async (id) => {
      const question = (await all()).questions.find((question) => question.id === id)
      if (!question) throw NO_SUCH
      return question
    },
    previewAnswer: async (request) => {
      const { options } = found(await all(), request)
      return { follow: [], shares: options.find(({ id }) => id === request.option)?.shares ?? [] }
    },
    answer: (requests) => answer(requests, { by: 'me' }),
    putOffQuestion: async (id, forGood) =>
      world.say(forGood ? 'Don’t ask a question again' : 'Ask a question later', () => {
        const list = forGood ? said().never : said().later
        list.push(id)
      }),
    takeBackAnswers: async (step) =>
      world.say('Take an answer back', () => {
        said().answers = said().answers.filter((answer) => answer.step !== step)
      }),
    askLocalModel: async () => {
      const { questions } = await all()
      world.tell({ kind: 'asking_model', through: 5, of: questions.length })
      if (world.state === 'slow-model') await new Promise<void>((resolve) => (stop = resolve))
      return proposed(model(), questions)
    },
    stopLocalModel: async () => stop?.(),
    answerByLocalModel: (requests) => answer(requests, { by: 'assistant', name: model() })
  }
}

/** A model that is of another opinion now and then, and leaves the last question out. */
function proposed(model: string, questions: Question[]): ModelProposal {
  const about = questions.filter(({ kind }) => ['day', 'word', 'pattern', 'alike'].includes(kind))
  const asked = about.slice(0, -1).flatMap((question, place) => {
    const option = question.options[place % 3 === 0 ? 1 : 0]
    return option ? [{ question, option }] : []
  })
  const other = asked.filter(({ option }) => !option.guess)
  return {
    model,
    asked: about.length,
    answers: asked.map(({ question, option }) => ({ id: question.id, option: option.id, except: [] })),
    changes: other.map(({ question, option }) => ({
      id: question.id,
      short: question.short,
      option: option.text,
      instead_of: question.options.find(({ guess }) => guess)?.text ?? null,
      hours_a_week: question.hours_a_week
    })),
    same: asked.length - other.length,
    troubles: [`Questions ${about.length} to ${about.length}: 1 question has no answer.`]
  }
}

async function all(): Promise<QuestionList> {
  return (await import('../../../fixtures/questions.json')).default as QuestionList
}

function found(list: QuestionList, { id, option }: AnswerRequest): Question {
  const question = list.questions.find((question) => question.id === id)
  if (!question?.options.some((known) => known.id === option)) throw NO_SUCH
  return question
}

const NO_SUCH: Problem = {
  code: 'no_such_question',
  message: 'There is no such question any more.',
  diagnostics: []
}

function answered(question: Question, { id, option }: AnswerRequest, step: number): AnswerView {
  const chosen = question.options.find((known) => known.id === option)
  return {
    id,
    option,
    text: `${question.short}: ${chosen?.text ?? option}`,
    who: { by: 'me' },
    at: '2026-11-12T10:20:00',
    step,
    minutes: chosen?.guess ? 0 : question.minutes,
    but: null
  }
}

function listed(
  list: QuestionList,
  { answers, later, never }: Said,
  most: number,
  settled: boolean
): QuestionList {
  const gone = new Set([...never, ...answers.map(({ id }) => id)])
  const open = settled ? [] : list.questions.filter(({ id }) => !gone.has(id))
  const sorted = open
    .map((question) => ({ ...question, put_off: later.includes(question.id) }))
    .sort((a, b) => Number(a.put_off) - Number(b.put_off))
  const shown = sorted.slice(0, most)
  const expected = (questions: Question[]) =>
    questions.reduce(
      (sum, { kind, expected_minutes }) => sum + (kind === 'open_focus' ? 0 : expected_minutes),
      0
    )
  const right = expected(list.questions) - expected(open)
  return {
    ...list,
    sure_minutes: Math.min(list.minutes, list.sure_minutes + right),
    sure_after_minutes: Math.min(list.minutes, list.sure_minutes + right + expected(shown)),
    open: sorted.length,
    questions: shown,
    answers,
    silenced: never,
    note: shown.length ? null : 'There is nothing to ask: everything that counts was said, or is sure.'
  }
}
