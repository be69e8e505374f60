import { askWords } from '../../domain/ask'
import { categoryLabel } from '../../domain/category'
import { addDays, mondayOf } from '../../domain/wall'
import type { ReviewsCalls } from '../reviews'
import { lookedBack } from './look-back'
import type { Ask, AskRequest, AsksView, EvidenceLine, MeetingsView, Review, ReviewView } from '../types'
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
    quoteLine: async (week, quoted) =>
      world.say(quoted ? 'Quote a line' : 'Do not quote a line', () => {
        const review = kept()[week]
        if (review) review.quoted = quoted
      }),
    asks: async () => asksOf(noted(world).asks),
    setAsk: async (request) => {
      const text = await told(request)
      return world.say(`“${text}” is ${askWords(request.state)}`, () => {
        const asks = noted(world).asks
        const known = asks.find(({ id }) => id === request.id)
        if (known) Object.assign(known, { state: request.state, until: request.until })
        else asks.push(asked(request, text))
        const marks = structuredClone(noted(world))
        world.library = { ...world.library, settings: { ...world.library.settings, marks } }
      })
    },
    chooseNoteFolder: async () => world.keep('Write notes of reviews', () => (folder().chosen = true)),
    writeReviewNote: async (week) => `${week}.md`
  }
}

/** What an ask says: as the review, a plan or Meetings tells its change. */
async function told({ id }: AskRequest): Promise<string> {
  const { advice } = await fixture()
  const advised = advice.find((one) => one.id === id)?.text
  const { series } = (await import('../../../fixtures/meetings.json')).default as unknown as MeetingsView
  const changes = series.flatMap((row) => row.changes)
  return advised ?? changes.find((one) => one.id === id)?.text.replace(/\.$/, '') ?? id
}

/** The lines of what was reviewed. */
export const linesOf = (world: World): EvidenceLine[] =>
  Object.entries(world.part<Kept>('reviews', () => ({}))).flatMap(([week, { line, quoted: ticked }]) => {
    const from = mondayOf(week)
    return line === '' ? [] : [{ week, from, to: addDays(from, 6), line, ticked }]
  })

async function fixture(): Promise<ReviewView> {
  return (await import('../../../fixtures/review.json')).default as ReviewView
}

const percent = (share: number | null) => `${Math.round((share ?? 0) * 100)} %`

function asked({ id, state, until, note }: AskRequest, text: string): Ask {
  const step = { at: '2026-11-12T10:20:00Z', state, saw: null, back: false }
  const nothing = { action: null, uid: null, series: null, once: null, category: null, calendar: null }
  const message = `About “${text}”: would that suit you?`
  const drafts = { plain: message, warm: message, brief: message }
  return { ...nothing, id, text, state, until, note: note ?? '', drafts, steps: [step] }
}

function asksOf(asks: Ask[]): AsksView {
  return {
    asks: asks.map((ask) => ({ ask, stands: askWords(ask.state), came_back: false, helped: null })),
    asked: asks.length,
    agreed: asks.filter(({ state }) => state === 'agreed').length,
    came_back: 0,
    hours_back: 0,
    text: asks.length ? `Asked ${asks.length}, agreed 0` : null,
    mornings: null
  }
}
