import type { Key } from '../../frame/keys'
import type { Reviewing } from './review.svelte'

export const KEYS: Key<Reviewing>[] = [
  { keys: ['Enter'], does: 'Go on' },
  { keys: ['⌫'], does: 'Back a step', key: 'backspace', run: (review) => review.back() },
  { keys: ['S'], does: 'Skip the step', key: 's', once: true, run: (review) => review.skip() },
  { keys: ['Esc'], does: 'Leave, go on later', key: 'escape', run: (review) => review.leave() },
  {
    keys: ['1', '…', '9'],
    does: 'Answer with the option of this number',
    key: ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
    once: true,
    run: (review, pressed) => review.answerNumber(Number(pressed))
  },
  { keys: ['Y'], does: 'The guess is right', key: 'y', once: true, run: (review) => review.confirm() },
  {
    keys: ['A'],
    does: 'Ask for it',
    key: 'a',
    once: true,
    run: (review) => review.at === 'decision' && review.decide('to_ask')
  },
  {
    keys: ['K'],
    does: 'Keep it in mind',
    key: 'k',
    once: true,
    run: (review) => review.at === 'decision' && review.decide(null)
  },
  {
    keys: ['D'],
    does: 'Drop it',
    key: 'd',
    once: true,
    run: (review) => review.at === 'decision' && review.decide('dropped')
  }
]
