import { askWords } from '../../domain/ask'
import { categoryLabel } from '../../domain/category'
import type { ReviewsCalls } from '../reviews'
import { lookedBack } from './look-back'
import type { Ask, AskRequest, AsksView, Review, ReviewView } from '../types'
import { noted } from './marks'
import { saidIn } from './questions'
import { answered } from './states'
import type { World } from './world'

/** What was done in reviews, by week. */
type Kept = Record<string, Review>

export function reviewsOf(world: World): ReviewsCalls {
  const kept = () => world.part<Kept>('reviews', () => ({}))
  const folder = () => world.part<{ chosen: boolean }>('note folder', () => ({ chosen: false }))
  return {
    review: async (week) => {
      const view = await fixture()
      const review = kept()[week ?? view.week] ?? view.review
      const shares = view.shares.map((share) => ({
        ...share,
        guess: review.guess.find(({ category }) => category === share.category)?.share ?? null
      }))
      const guessed = shares.find(({ guess }) => guess !== null)
      return {
        ...view,
        review,
        shares,
        headline: guessed
          ? `You guessed ${percent(guessed.guess)} ${categoryLabel(guessed.category).toLowerCase()}. It was ${percent(guessed.share)}.`
          : view.headline,
        off: guessed ? 'Off by 31 points in all.' : null,
        questions: view.questions.filter(
          ({ id }) => !saidIn(world).answers.some((answer) => answer.id === id)
        ),
        asks: asksOf(noted(world).asks),
        note: folder().chosen ? `notes/${view.week}.md` : null
      }
    },
    lookBack: (days) => answered(world, () => lookedBack(world, days)),
    saveReview: async ({ week, review }) =>
      world.say('Review of week 46', () => {
        kept()[week] = review
      }),
    asks: async () => asksOf(noted(world).asks),
    setAsk: async (request) => {
      const { advice } = await fixture()
      const text = advice.find(({ id }) => id === request.id)?.text ?? request.id
      return world.say(`“${text}” is ${askWords(request.state)}`, () => {
        const asks = noted(world).asks
        const known = asks.find(({ id }) => id === request.id)
        if (known) Object.assign(known, { state: request.state, until: request.until })
        else asks.push(asked(request, text))
      })
    },
    chooseNoteFolder: async () => world.keep('Write notes of reviews', () => (folder().chosen = true)),
    writeReviewNote: async (week) => `${week}.md`
  }
}

async function fixture(): Promise<ReviewView> {
  return (await import('../../../fixtures/review.json')).default as ReviewView
}

const percent = (share: number | null) => `${Math.round((share ?? 0) * 100)} %`

function asked({ id, state, until, note }: AskRequest, text: string): Ask {
  const step = { at: '2026-11-12T10:20:00Z', state, saw: null, back: false }
  return { id, action: null, uid: null, text, state, until, note: note ?? '', series: null, steps: [step] }
}

function asksOf(asks: Ask[]): AsksView {
  return {
    asks: asks.map((ask) => ({ ask, stands: askWords(ask.state), came_back: false, helped: null })),
    asked: asks.length,
    agreed: asks.filter(({ state }) => state === 'agreed').length,
    came_back: 0,
    hours_back: 0,
    text: asks.length ? `Asked ${asks.length}, agreed 0` : null
  }
}
