import { chosen } from '../../domain/chosen.svelte'
import { dayOf } from '../../domain/wall'
import { Answer } from '../../frame/answer.svelte'
import { askRequest } from '../../frame/asking'
import { problemOf } from '../../host'
import type { WeekwiseState } from '../../frame/state.svelte'
import type {
  Advice,
  AskState,
  Category,
  IsoWeek,
  QuestionOption,
  Review,
  ReviewDecision,
  ReviewProgress,
  ReviewRequest,
  ReviewStep,
  ReviewView
} from '../../host/types'
import { STEPS } from './words'

/** One path through a week: where it stands, what was typed so far, and how a step is kept. */
export class Reviewing {
  readonly view = new Answer<ReviewView>()
  at = $state<ReviewStep>('guess')
  saving = $state(false)
  /** What stands in the fields of the guess, in per cent. */
  guess = $state<Partial<Record<Category, number | null>>>({})
  line = $state('')
  quoted = $state(false)
  /** The advice that is decided about. */
  chosen = $state<string | null>(null)
  /** The note that was written. */
  written = $state<string | null>(null)
  /** What was done last, once it is kept; nothing is `saving` that is not behind it. */
  #kept: Promise<void> = Promise.resolve()
  /** The review with steps that are not kept yet. */
  #ahead: { week: IsoWeek; review: Review; steps: number } | null = null
  readonly #app: WeekwiseState

  readonly place = $derived(STEPS.findIndex(({ step }) => step === this.at))
  readonly review = $derived(this.view.value?.review ?? null)
  readonly advice = $derived(
    this.view.value?.advice.find(({ id }) => id === this.chosen) ?? this.view.value?.advice[0] ?? null
  )

  constructor(app: WeekwiseState) {
    this.#app = app
  }

  load = async (): Promise<void> => {
    const before = this.view.value?.week
    const view = await this.view.ask(() => this.#app.host.review(this.#week()))
    if (view && this.#ahead?.week === view.week) this.view.value = { ...view, review: this.#ahead.review }
    if (!view || view.week === before) return
    this.written = null
    this.line = view.review.line
    this.quoted = view.review.quoted
    this.guess = Object.fromEntries(
      view.review.guess.map(({ category, share }) => [category, Math.round(share * 100)])
    )
    this.at = STEPS.find(({ step }) => !progressOf(view.review, step))?.step ?? 'line'
  }

  /** The week shown; of the running one the engine says whether there is enough of it to look back on. */
  #week(): IsoWeek | null {
    const shown = this.#app.view
    if (!shown) return null
    const isRunning = shown.week === chosen.weekOf(dayOf(shown.now))
    return this.#app.toReview ?? (isRunning ? null : shown.week)
  }

  look(step: ReviewStep): void {
    this.at = step
  }

  /** The guess as the bar shows it, in whole per cent. */
  guessAll(categories: Category[], parts: number[]): void {
    this.guess = Object.fromEntries(categories.map((category, index) => [category, parts[index] ?? null]))
  }

  goOn = () => this.#leave('done')
  skip = () => this.#leave('skipped')
  back(): void {
    this.at = STEPS[Math.max(0, this.place - 1)]?.step ?? 'guess'
  }

  leave(): void {
    this.#app.go('week', { focus: true })
  }

  /** Asks for the chosen advice, drops it, or only keeps it in mind; and goes on. */
  async decide(state: AskState | null): Promise<void> {
    const advice = this.advice
    const view = this.view.value
    if (!advice || !view || this.saving) return
    if (state) {
      const request = askRequest(advice.id, state, { week: view.week })
      let done = false
      await this.#first(async () => {
        done = await this.#app.change(() => this.#app.host.setAsk(request), { listed: true })
      })
      if (!done) return
    }
    await this.#leave('done', { id: advice.id, text: advice.text, state })
  }

  choose(advice: Advice): void {
    this.chosen = advice.id
  }

  /** Answers the first question; the next one takes its place. */
  async answer(option: QuestionOption): Promise<void> {
    const question = this.view.value?.questions[0]
    if (!question || this.saving) return
    const request = { id: question.id, option: option.id, except: [] }
    await this.#first(async () => {
      await this.#app.change(async () => (await this.#app.host.answer([request])).library, { listed: true })
      await this.load()
    })
  }

  answerNumber(number: number): void {
    const option = this.view.value?.questions[0]?.options[number - 1]
    if (this.at === 'questions' && option) void this.answer(option)
  }

  confirm(): void {
    const guess = this.view.value?.questions[0]?.options.find((option) => option.guess)
    if (this.at === 'questions' && guess) void this.answer(guess)
  }

  /** Blocks are confirmed and exported where they are planned. */
  plan(): void {
    this.#app.go('plan', { focus: true })
  }

  chooseFolder = async (): Promise<void> => {
    await this.#app.change(async () => (await this.#app.host.chooseNoteFolder()) ?? this.#app.host.library())
    await this.load()
  }

  /** What has to be done before the step can be left. */
  #first(work: () => Promise<void>): Promise<void> {
    this.saving = true
    return (this.#kept = this.#kept.then(work).finally(() => (this.saving = false)))
  }

  /** The next step is shown at once; this one is kept behind it. */
  #leave(progress: ReviewProgress, decision?: ReviewDecision): Promise<void> {
    const view = this.view.value
    if (!view) return this.#kept
    const next = STEPS[this.place + 1]?.step
    // A key that is pressed while something has to be done first is for what comes after it; the last step is left once.
    if (this.saving) return next ? this.#kept.then(() => this.#leave(progress, decision)) : this.#kept
    const review = this.#after(view.review, progress, decision)
    const request = { week: view.week, review, step: this.at }
    this.#ahead = { week: view.week, review, steps: (this.#ahead?.steps ?? 0) + 1 }
    this.view.value = { ...view, review }
    if (next) this.at = next
    else this.saving = true
    return (this.#kept = this.#kept.then(() => this.#keep(request, next ? null : view)))
  }

  /** `ended`: what was reviewed, where this was the last step. */
  async #keep(request: ReviewRequest, ended: ReviewView | null): Promise<void> {
    const done = await this.#app.change(() => this.#app.host.saveReview(request), { listed: true })
    if (this.#ahead && --this.#ahead.steps === 0) this.#ahead = null
    if (!done) {
      this.at = request.step
      await this.load()
    }
    if (done && ended) await this.#write(ended)
    if (ended) this.saving = false
  }

  #after(review: Review, progress: ReviewProgress, decision?: ReviewDecision): Review {
    const steps = review.steps.filter(({ step }) => step !== this.at)
    const guessed = this.at === 'guess' && progress === 'done'
    return {
      ...review,
      guess: guessed ? sharesOf(this.guess) : review.guess,
      decision: decision ?? review.decision,
      line: this.line.trim(),
      quoted: this.quoted,
      steps: [...steps, { step: this.at, progress }]
    }
  }

  async #write(view: ReviewView): Promise<void> {
    try {
      if (view.note) this.written = await this.#app.host.writeReviewNote(view.week)
    } catch (thrown) {
      // Every step is kept; only the note is not there.
      return this.#app.toasts.show(problemOf(thrown).message)
    }
    this.#app.toasts.show(this.written ? `Review done. Its note is ${this.written}.` : 'Review done.')
    this.leave()
  }
}

export function progressOf(review: Review, step: ReviewStep): ReviewProgress | null {
  return review.steps.find((taken) => taken.step === step)?.progress ?? null
}

/** Only what was typed is a guess. */
export function sharesOf(guess: Partial<Record<Category, number | null>>): Review['guess'] {
  return Object.entries(guess).flatMap(([category, percent]) =>
    typeof percent === 'number' && percent >= 0 && percent <= 100
      ? [{ category: category as Category, share: percent / 100 }]
      : []
  )
}
