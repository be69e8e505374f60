import type { WeekwiseState } from '../../frame/state.svelte'
import { problemOf } from '../../host'
import type { ModelProposal } from '../../host/types'

/** Asking the model on this computer: what goes to it, what it says, and keeping that or not. */
export class LocalModel {
  asking = $state(false)
  stopping = $state(false)
  /** Questions that are through, of how many; null until the first ones are. */
  far = $state.raw<{ through: number; of: number } | null>(null)
  proposal = $state.raw<ModelProposal | null>(null)
  wrong = $state('')
  readonly #app: WeekwiseState

  constructor(app: WeekwiseState) {
    this.#app = app
  }

  async ask(): Promise<void> {
    if (this.asking) return
    this.asking = true
    this.stopping = false
    this.wrong = ''
    this.proposal = null
    this.far = null
    const deaf = this.#app.host.listen((news) => {
      if (news.kind === 'asking_model') this.far = news
    })
    try {
      this.proposal = await this.#app.host.askLocalModel()
    } catch (thrown) {
      this.wrong = problemOf(thrown).message
    } finally {
      deaf()
      this.asking = false
    }
  }

  async stop(): Promise<void> {
    this.stopping = true
    await this.#app.host.stopLocalModel()
  }

  /** Keeps all of its answers, as one step. */
  async keep(): Promise<void> {
    const answers = this.proposal?.answers ?? []
    await this.#app.change(async () => {
      const { library, refused } = await this.#app.host.answerByLocalModel(answers)
      const [first] = refused
      if (first) this.#app.toasts.show(`${refused.length} of ${answers.length} not taken: ${first.why}.`)
      return library
    })
    this.proposal = null
  }

  leave(): void {
    this.proposal = null
  }
}
