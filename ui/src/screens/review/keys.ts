import type { Key } from '../../frame/keys'
import { categoryOfKey } from '../../domain/category'
import type { Review } from './review.svelte'

export const KEYS: Key<Review>[] = [
  {
    keys: ['1', '…', '7'],
    does: 'Decide: deep work, 1:1, cross-team, review, strategy, other, personal',
    key: ['1', '2', '3', '4', '5', '6', '7'],
    run: (review, pressed) => {
      const category = categoryOfKey(pressed)
      if (category) void review.decide(category)
    }
  },
  { keys: ['Y'], does: 'The guess is right', key: 'y', run: (review) => review.confirm() },
  { keys: ['S'], does: 'How far it reaches', key: 's', run: (review) => review.correcting?.nextScope() },
  { keys: ['J'], does: 'Next question', key: 'j', run: (review) => review.step(1) },
  { keys: ['K'], does: 'Previous question', key: 'k', run: (review) => review.step(-1) }
]
