import { Answer } from '../../frame/answer.svelte'
import type { WeekwiseState } from '../../frame/state.svelte'
import type {
  AnswerPreview,
  AnswerView,
  Library,
  Question,
  QuestionList,
  QuestionOption
} from '../../host/types'
import { LocalModel } from './local-model.svelte'

/** More questions than this nobody answers; what is not listed comes up once the rest is. */
const MOST = 100

/** Everything the answers rest on, the question in focus, and how answering goes on to the next by itself. */
export class Questions {
  readonly list = new Answer<QuestionList>()
  /** What the answer that is pointed at would change beside what it says. */
  readonly preview = new Answer<AnswerPreview>()
  saving = $state(false)
  /** Events of the question in focus that an answer is not about. */
  except = $state.raw<string[]>([])
  /** The option the pointer or the keyboard is on. */
  near = $state<string | null>(null)
  /** Answered or put off, but the list on the screen is from before. */
  #gone = $state.raw<string[]>([])
  #focus = $state<string | null>(null)
  /** Where an undo brings the focus back to. */
  #last: string | null = null
  readonly localModel: LocalModel
  readonly #app: WeekwiseState

  readonly open = $derived((this.list.value?.questions ?? []).filter(({ id }) => !this.#gone.includes(id)))
  readonly current = $derived(this.open.find(({ id }) => id === this.#focus) ?? this.open[0] ?? null)
  /** Answers given together are one row: what is taken back is all of them. */
  readonly steps = $derived(stepsOf(this.list.value?.answers ?? []))

  constructor(app: WeekwiseState) {
    this.#app = app
    this.localModel = new LocalModel(app)
  }

  load = async (): Promise<void> => {
    const before = this.#gone
    const list = await this.list.ask(() => this.#app.host.questions(MOST))
    if (!list) return
    this.#gone = this.#gone.filter((id) => !before.includes(id))
    this.#app.badges = { ...this.#app.badges, questions: list.open }
    const asked = this.#app.askedQuestion ?? (this.#last && this.#holds(this.#last) ? this.#last : null)
    if (asked && this.#holds(asked)) this.look(asked)
    this.#app.askedQuestion = null
  }

  look(id: string): void {
    this.#focus = id
    this.#last = null
    this.except = []
    this.near = null
  }

  step(by: 1 | -1): void {
    const next = this.open[this.#place() + by]
    if (next) this.look(next.id)
  }

  /** Whether an event of the question is meant by the answer. */
  flip(uid: string): void {
    this.except = this.except.includes(uid) ? this.except.filter((one) => one !== uid) : [...this.except, uid]
  }

  /** Asks what follows from an option, where somebody looks at it. */
  async lookAhead(option: QuestionOption): Promise<void> {
    const question = this.current
    if (!question) return
    const request = { id: question.id, option: option.id, except: this.except }
    await this.preview.ask(() => this.#app.host.previewAnswer(request))
  }

  async answer(option: QuestionOption): Promise<void> {
    const question = this.current
    if (!question) return
    const request = { id: question.id, option: option.id, except: this.except }
    await this.#leave(
      question,
      async () => {
        const { library, refused } = await this.#app.host.answer([request])
        for (const { why } of refused) this.#app.toasts.show(why)
        return library
      },
      true
    )
  }

  answerNumber(number: number): void {
    const option = this.current?.options[number - 1]
    if (option) void this.answer(option)
  }

  confirm(): void {
    const guess = this.current?.options.find((option) => option.guess)
    if (guess) void this.answer(guess)
  }

  async putOff(forGood: boolean): Promise<void> {
    const question = this.current
    if (question) await this.#leave(question, () => this.#app.host.putOffQuestion(question.id, forGood))
  }

  async takeBack(step: number): Promise<void> {
    const [first] = this.list.value?.answers.filter((answer) => answer.step === step) ?? []
    if (first) this.#last = first.id
    await this.#app.change(() => this.#app.host.takeBackAnswers(step))
  }

  /** Does something after which a question is not asked now, and goes on to the next. */
  async #leave(question: Question, work: () => Promise<Library>, listed = false): Promise<void> {
    if (this.saving) return
    this.saving = true
    const place = this.#place()
    const next = this.open[place + 1] ?? this.open[place - 1]
    this.#gone = [...this.#gone, question.id]
    this.#focus = next?.id ?? null
    this.except = []
    this.near = null
    const done = await this.#app.change(work, { listed })
    // Taken back, an answer's question is asked again; one that was put off waits.
    this.#last = done && listed ? question.id : null
    if (!done) {
      this.#gone = this.#gone.filter((id) => id !== question.id)
      this.#focus = question.id
    }
    this.saving = false
  }

  #place(): number {
    return this.current ? this.open.indexOf(this.current) : -1
  }

  #holds(id: string): boolean {
    return this.open.some((question) => question.id === id)
  }
}

/** Answers that were given together. */
export interface Step {
  step: number
  answers: AnswerView[]
  minutes: number
}

export function stepsOf(answers: AnswerView[]): Step[] {
  const numbers = answers.map(({ step }) => step)
  return numbers
    .filter((step, index) => numbers.indexOf(step) === index)
    .map((step) => {
      const given = answers.filter((answer) => answer.step === step)
      return { step, answers: given, minutes: given.reduce((sum, { minutes }) => sum + minutes, 0) }
    })
}
