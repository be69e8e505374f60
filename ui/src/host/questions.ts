import type { Call } from './call'
import type {
  AnswerOutcome,
  AnswerPreview,
  AnswerRequest,
  Library,
  ModelProposal,
  Question,
  QuestionList
} from './types'

/** What the answers rest on, and settling it (section 5 of docs/product.md). */
export interface QuestionsCalls {
  /** The questions of the last year, the one that sets most right first. */
  questions(most: number): Promise<QuestionList>
  /** One of them by its id, listed or not. */
  question(id: string): Promise<Question>
  /** What an answer would change, with what follows from it. */
  previewAnswer(request: AnswerRequest): Promise<AnswerPreview>
  /** Takes answers, as one step. */
  answer(requests: AnswerRequest[]): Promise<AnswerOutcome>
  /** Puts a question off: to the end of the list, or for good. */
  putOffQuestion(id: string, forGood: boolean): Promise<Library>
  /** Takes back the answers of a step. */
  takeBackAnswers(step: number): Promise<Library>
  /** Puts the questions to the model of the settings; news tells how far that is. Nothing is kept. */
  askLocalModel(): Promise<ModelProposal>
  /** Sends the model nothing further. */
  stopLocalModel(): Promise<void>
  /** Takes answers of the model, under its name and as one step. */
  answerByLocalModel(requests: AnswerRequest[]): Promise<AnswerOutcome>
}

export const questionsCalls = (call: Call): QuestionsCalls => ({
  questions: (most) => call('questions', { most }),
  question: (id) => call('question', { id }),
  previewAnswer: (request) => call('preview_answer', { request }),
  answer: (requests) => call('answer', { requests }),
  putOffQuestion: (id, forGood) => call('put_off_question', { id, forGood }),
  takeBackAnswers: (step) => call('take_back_answers', { step }),
  askLocalModel: () => call('ask_local_model'),
  stopLocalModel: () => call('stop_local_model'),
  answerByLocalModel: (requests) => call('answer_by_local_model', { requests })
})
