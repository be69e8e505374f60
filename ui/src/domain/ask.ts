import type { AskState } from '../host/types'

/** As the engine says it too (`AskState::label`). */
const WORDS: Record<AskState, string> = {
  to_ask: 'to ask',
  asked: 'asked',
  on_trial: 'on trial',
  agreed: 'agreed',
  refused: 'refused',
  dropped: 'dropped'
}

/** `to ask`, `on trial`: where an ask stands, in a word. */
export const askWords = (state: AskState): string => WORDS[state]
