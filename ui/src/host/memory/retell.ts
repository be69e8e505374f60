import type { Host } from '../host'
import type { Library } from '../types'
import { TEXTS } from './texts'

type Plain = Library | string | string[] | boolean | null | undefined | void
/** The calls that answer with more than the library, the name of a file, or nothing: none of them may be forgotten. */
type Answering = {
  [Call in keyof Host]: Host[Call] extends (...given: never[]) => Promise<infer Answer>
    ? [Exclude<Answer, Plain>] extends [never]
      ? never
      : Call
    : never
}[keyof Host]

/** What those answer with. */
const ANSWERS: Record<Answering, string> & Record<string, string> = {
  answer: 'AnswerOutcome',
  answerByLocalModel: 'AnswerOutcome',
  askLocalModel: 'ModelProposal',
  asks: 'AsksView',
  backUp: 'Backup',
  behind: 'EventsBehind',
  compareSnapshots: 'SnapshotChanges',
  evidence: 'EvidenceReport',
  figures: 'FiguresView',
  lenses: 'LensesView',
  lookBack: 'LookBack',
  marks: 'Marks',
  meetings: 'MeetingsView',
  people: 'PeopleView',
  plan: 'Plan',
  planWishes: 'PlanWishes',
  previewAnswer: 'AnswerPreview',
  previewCorrection: 'CorrectionPreview',
  previewEvidence: 'PaperPreview',
  previewLookBack: 'PaperPreview',
  previewReport: 'PaperPreview',
  previewRule: 'RuleMatches',
  question: 'Question',
  questions: 'QuestionList',
  review: 'ReviewView',
  rules: 'RulesView',
  search: 'SearchHits',
  sources: 'SourcesView',
  subscribe: 'Subscription',
  trends: 'TrendsView',
  tryBlock: 'BlockTrial',
  week: 'WeekView'
}

/** How a text is told: `sort` says what it is, such as a title or a name. */
export type Tell = (text: string, sort: string) => string

/** An answer with every text of it told anew. */
export function retold(call: string, answer: unknown, tell: Tell): unknown {
  return within(answer, ANSWERS[call as Answering] ?? (typeof answer === 'string' ? 'file' : 'Library'), tell)
}

/** `shape`: what it is, a type of the table or a sort of text. */
function within(value: unknown, shape: string, tell: Tell): unknown {
  if (Array.isArray(value)) return value.map((one) => within(one, shape, tell))
  if (typeof value === 'string') return tell(value, shape)
  if (typeof value !== 'object' || value === null) return value
  const fields = TEXTS[shape]
  const told = ([name, one]: [string, unknown]) => {
    // A guess holds what it guesses, and why in words of its own.
    const inner = fields ? fields[name] : name === 'because' ? 'own' : shape
    return [name, inner ? within(one, inner, tell) : one]
  }
  return Object.fromEntries(Object.entries(value).map(told))
}
