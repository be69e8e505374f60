import type { Key } from '../../frame/keys'
import type { Questions } from './questions.svelte'

export const KEYS: Key<Questions>[] = [
  {
    keys: ['1', '…', '9'],
    does: 'Answer with the option of this number',
    key: ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
    once: true,
    run: (questions, pressed) => questions.answerNumber(Number(pressed))
  },
  { keys: ['Y'], does: 'The guess is right', key: 'y', once: true, run: (questions) => questions.confirm() },
  { keys: ['L'], does: 'Ask later', key: 'l', once: true, run: (questions) => questions.putOff(false) },
  { keys: ['N'], does: 'Don’t ask again', key: 'n', once: true, run: (questions) => questions.putOff(true) },
  { keys: ['J'], does: 'Next question', key: 'j', run: (questions) => questions.step(1) },
  { keys: ['K'], does: 'Previous question', key: 'k', run: (questions) => questions.step(-1) }
]
