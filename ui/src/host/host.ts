import type { Call } from './call'
import { choicesCalls, type ChoicesCalls } from './choices'
import { figuresCalls, type FiguresCalls } from './figures'
import { lensesCalls, type LensesCalls } from './lenses'
import { libraryCalls, type LibraryCalls } from './library'
import { planCalls, type PlanCalls } from './plan'
import { questionsCalls, type QuestionsCalls } from './questions'
import { correctCalls, type CorrectCalls } from './correct'
import { reviewsCalls, type ReviewsCalls } from './reviews'
import { rulesCalls, type RulesCalls } from './rules'
import { marksCalls, type MarksCalls } from './marks'
import { meetingsCalls, type MeetingsCalls } from './meetings'
import { papersCalls, type PapersCalls } from './papers'
import { peopleCalls, type PeopleCalls } from './people'
import { searchCalls, type SearchCalls } from './search'
import { sourcesCalls, type SourcesCalls } from './sources'
import { trendsCalls, type TrendsCalls } from './trends'
import type { Diagnostic, Library } from './types'
import { weekCalls, type WeekCalls } from './week'

/**
 * What the window asks of the engine, and what it is told unasked. Screens know this and nothing of Tauri.
 * An area of calls is a file of its own: its interface, its commands, and its twin in `memory/`.
 */
export interface Host
  extends
    LibraryCalls,
    ChoicesCalls,
    WeekCalls,
    SearchCalls,
    SourcesCalls,
    TrendsCalls,
    MeetingsCalls,
    FiguresCalls,
    LensesCalls,
    PeopleCalls,
    MarksCalls,
    QuestionsCalls,
    CorrectCalls,
    ReviewsCalls,
    RulesCalls,
    PlanCalls,
    PapersCalls {
  /** Calls back for every piece of news; the answer stops it. */
  listen(told: (news: News) => void): () => void
}

/** Every call, by its command. */
export function callsOf(call: Call): Omit<Host, 'listen'> {
  return {
    ...libraryCalls(call),
    ...choicesCalls(call),
    ...weekCalls(call),
    ...searchCalls(call),
    ...sourcesCalls(call),
    ...questionsCalls(call),
    ...correctCalls(call),
    ...reviewsCalls(call),
    ...rulesCalls(call),
    ...trendsCalls(call),
    ...meetingsCalls(call),
    ...figuresCalls(call),
    ...lensesCalls(call),
    ...peopleCalls(call),
    ...marksCalls(call),
    ...planCalls(call),
    ...papersCalls(call)
  }
}

/** A file path never reaches the window: dropping is handled by the app, which only says how far it is. */
export type News =
  | { kind: 'drop'; phase: 'over' | 'leave' | 'drop' }
  | { kind: 'opening'; files: string[] }
  | { kind: 'progress'; read: number; total: number }
  /** So many questions went to the model on this computer. */
  | { kind: 'asking_model'; through: number; of: number }
  | { kind: 'opened'; library: Library }
  /** Something is different although nobody asked: a subscription brought it, or another window did it. */
  | { kind: 'changed'; library: Library }
  | { kind: 'failed'; problem: Problem }

export interface Problem {
  /** The window acts on a few of them: `nothing_read`, `bad_settings`, `cancelled`, `not_kept`, `hidden`. */
  code: string
  message: string
  diagnostics: Diagnostic[]
}

/** Whatever was thrown, as a problem the window can show. */
export function problemOf(thrown: unknown): Problem {
  if (typeof thrown === 'object' && thrown !== null && 'code' in thrown && 'message' in thrown) {
    const { code, message, diagnostics } = thrown as Partial<Problem>
    return { code: code ?? 'internal', message: message ?? '', diagnostics: diagnostics ?? [] }
  }
  return { code: 'internal', message: String(thrown), diagnostics: [] }
}
