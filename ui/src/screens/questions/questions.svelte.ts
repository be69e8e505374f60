import { Answer } from '../../frame/answer.svelte'
import type { WeekwiseState } from '../../frame/state.svelte'
import type {
  AnswerPreview,
  AnswerRequest,
  AnswerView,
  CategoryChange,
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
  /** Events of the question in focus that an answer is not about. */
  except = $state.raw<string[]>([])
  /** The option the pointer or the keyboard is on. */
  near = $state<string | null>(null)
  /** How often an answer, a key or an undo led to another question. */
  turned = $state(0)
  /** What the events are that follow from: they come later than the option is looked at. */
  #followed = $state.raw<AnswerRequest | null>(null)
  /** Answered or put off, but the list on the screen is from before. */
  #gone = $state.raw<string[]>([])
  /** Of those, the ones whose answer is on its way. */
  #leaving: string[] = []
  /** What was said last, once it is kept. */
  #kept: Promise<void> = Promise.resolve()
  #focus = $state<string | null>(null)
  /** One goes through the list by oneself, and not from the best of what is left to the next. */
  #browses = false
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
    const before = this.#gone.filter((id) => !this.#leaving.includes(id))
    const list = await this.list.ask(() => this.#app.host.questions(MOST))
    if (!list) return
    this.#gone = this.#gone.filter((id) => !before.includes(id))
    this.#app.badges = { ...this.#app.badges, questions: list.open }
    const asked = this.#app.askedQuestion
    if (asked && this.#holds(asked)) this.#show(asked)
    else if (this.#last && this.#waits(this.#last)) this.#turn(this.#last)
    this.#app.askedQuestion = null
  }

  /** Looks at a question that was chosen from the list. */
  look(id: string): void {
    this.#browses = true
    this.#show(id)
  }

  #show(id: string): void {
    this.#focus = id
    this.#last = null
    this.except = []
    this.near = null
  }

  #turn(id: string): void {
    this.#show(id)
    this.turned += 1
  }

  step(by: 1 | -1): void {
    const next = this.open[this.#place() + by]
    if (!next) return
    this.#browses = true
    this.#turn(next.id)
  }

  /** Whether an event of the question is meant by the answer. */
  flip(uid: string): void {
    this.except = this.except.includes(uid) ? this.except.filter((one) => one !== uid) : [...this.except, uid]
  }

  /** What follows from an option of the question in focus, where that is known by now. */
  followOf(option: QuestionOption): CategoryChange[] {
    const known = this.#followed?.id === this.current?.id && this.#followed?.option === option.id
    return known ? (this.preview.value?.follow ?? []) : []
  }

  /** Asks what follows from an option, where somebody looks at it. */
  async lookAhead(option: QuestionOption): Promise<void> {
    const question = this.current
    if (!question) return
    const request = { id: question.id, option: option.id, except: this.except }
    if (await this.preview.ask(() => this.#app.host.previewAnswer(request))) this.#followed = request
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

  /**
   * Does something after which a question is not asked now, and goes on to the next at once: a key that is pressed while
   * the answer is kept is about that one. Each answer sorts the list anew: the next is the best of what is left, but for
   * whoever goes through the list by hand.
   */
  #leave(question: Question, work: () => Promise<Library>, listed = false): Promise<void> {
    const place = this.#place()
    if (place === 0) this.#browses = false
    const best = this.open.find(({ id, put_off }) => id !== question.id && !put_off)
    const next =
      (this.#browses ? this.open[place + 1] : best) ?? best ?? this.open[place + 1] ?? this.open[place - 1]
    this.#gone = [...this.#gone, question.id]
    this.#leaving = [...this.#leaving, question.id]
    this.#focus = next?.id ?? null
    this.except = []
    this.near = null
    this.turned += 1
    return (this.#kept = this.#kept.then(() => this.#keep(question, work, listed)))
  }

  async #keep(question: Question, work: () => Promise<Library>, listed: boolean): Promise<void> {
    const arrived = () => (this.#leaving = this.#leaving.filter((id) => id !== question.id))
    // From here on a list that is asked for knows it.
    const done = await this.#app.change(() => work().finally(arrived), { listed })
    // Taken back, it is asked again.
    this.#last = done ? question.id : null
    if (!done) {
      this.#gone = this.#gone.filter((id) => id !== question.id)
      this.#focus = question.id
    }
  }

  #place(): number {
    return this.current ? this.open.indexOf(this.current) : -1
  }

  /** Whether it is asked, and not put off. */
  #waits(id: string): boolean {
    return this.open.some((question) => question.id === id && !question.put_off)
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
