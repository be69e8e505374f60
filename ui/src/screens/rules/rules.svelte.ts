import { Answer } from '../../frame/answer.svelte'
import type { WeekwiseState } from '../../frame/state.svelte'
import { moved, recognized, type Known } from './order'
import type { Rule, RuleMatches, RulesView } from '../../host/types'
import { blankRule } from './condition'

/** A rule on its way: where it stands, and what it would match there. */
export class Draft {
  rule = $state<Rule>(blankRule())
  /** Its place in the order, from 0; a new one comes last. */
  readonly place: number
  readonly isNew: boolean
  readonly matches = new Answer<RuleMatches>()

  constructor(rule: Rule, place: number, isNew: boolean) {
    this.rule = structuredClone(rule)
    this.place = place
    this.isNew = isNew
  }
}

/** The user's rules in their order, and the one being written. */
export class Rules {
  readonly view = new Answer<RulesView>()
  draft = $state.raw<Draft | null>(null)
  saving = $state(false)
  #app: WeekwiseState
  #known: Known[] = []

  /** The rules, each with a number that stays its own while it moves and changes. */
  readonly list = $derived.by(() => {
    const views = this.view.value?.rules ?? []
    this.#known = recognized(
      this.#known,
      views.map(({ rule }) => JSON.stringify(rule))
    )
    return views.map((view, place) => ({ view, place, id: this.#known[place]?.id ?? place }))
  })

  constructor(app: WeekwiseState) {
    this.#app = app
  }

  load = () => this.view.ask(() => this.#app.host.rules())

  get #rules(): Rule[] {
    return (this.view.value?.rules ?? []).map(({ rule }) => rule)
  }

  edit(place: number): void {
    const rule = this.#rules[place]
    if (rule) this.draft = new Draft(rule, place, false)
  }

  add(rule = blankRule()): void {
    this.draft = new Draft(rule, this.#rules.length, true)
  }

  close(): void {
    this.draft = null
  }

  /** Asks what the draft would match, as it is now. */
  preview(draft: Draft): Promise<RuleMatches | null> {
    const rule = $state.snapshot(draft.rule) as Rule
    return draft.matches.ask(() => this.#app.host.previewRule(rule, draft.place, !draft.isNew))
  }

  async save(): Promise<void> {
    const { draft } = this
    if (!draft) return
    const rule = $state.snapshot(draft.rule) as Rule
    const list = this.#rules
    if (draft.isNew) list.push(rule)
    else list[draft.place] = rule
    if (await this.#save(list)) this.close()
  }

  async remove(place: number): Promise<void> {
    if (await this.#save(this.#rules.filter((_, index) => index !== place))) this.close()
  }

  enable(place: number, enabled: boolean): Promise<boolean> {
    return this.#save(this.#rules.map((rule, index) => (index === place ? { ...rule, enabled } : rule)))
  }

  async move(from: number, to: number): Promise<void> {
    const list = this.#rules
    if (to < 0 || to >= list.length || from === to) return
    this.close()
    // Shown at once; the counts of matches come with the next answer.
    const shown = this.view.value
    if (shown) this.view.value = { ...shown, rules: moved(shown.rules, from, to) }
    if (await this.#save(moved(list, from, to))) {
      this.#app.said = `${list[from]?.name || 'The rule'} is number ${to + 1} of ${list.length}`
    } else void this.load()
  }

  async #save(list: Rule[]): Promise<boolean> {
    this.saving = true
    const done = await this.#app.change(() => this.#app.host.saveRules(list))
    this.saving = false
    return done
  }
}
