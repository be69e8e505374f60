import { count, hours, length, weekNumber } from '../../domain/format'
import type { KeptWeek, ReviewMoveKind, ReviewStep, ReviewView } from '../../host/types'

/** The steps in their order, as the list beside the path names them. */
export const STEPS: { step: ReviewStep; name: string }[] = [
  { step: 'guess', name: 'Your guess' },
  { step: 'mix', name: 'What it was' },
  { step: 'questions', name: 'Questions' },
  { step: 'kept', name: 'What was kept' },
  { step: 'decision', name: 'One decision' },
  { step: 'blocks', name: 'Next week’s blocks' },
  { step: 'line', name: 'One line' }
]

/** About how many minutes each step takes, from trying it. */
const MINUTES: Record<ReviewStep, number> = {
  guess: 1,
  mix: 1,
  questions: 2,
  kept: 1,
  decision: 2,
  blocks: 2,
  line: 1
}

/** What waits in a step, in a few words. */
export function aboutStep(step: ReviewStep, view: ReviewView): string {
  switch (step) {
    case 'guess':
      return view.asks_guess ? 'made before looking' : 'once in four weeks is enough'
    case 'mix':
      return 'and what moved'
    case 'questions':
      return view.questions.length ? count(view.questions.length, 'question') : 'nothing to ask'
    case 'kept':
      return keptAbout(view)
    case 'decision':
      return 'keep, ask or drop'
    case 'blocks':
      return 'confirm and export'
    case 'line':
      return 'for the record'
  }
}

function keptAbout({ kept, asks }: ReviewView): string {
  const blocks = kept ? kept.kept + kept.moved + kept.invaded + kept.gone : 0
  const parts = [blocks ? count(blocks, 'block') : '', asks.asks.length ? count(asks.asks.length, 'ask') : '']
  return parts.filter(Boolean).join(', ') || 'blocks and asks'
}

/** `about 6 minutes left`. */
export function timeLeft(place: number): string {
  const minutes = STEPS.slice(place).reduce((sum, { step }) => sum + MINUTES[step], 0)
  return `about ${count(minutes, 'minute')} left`
}

const MOVES: Record<ReviewMoveKind, string> = {
  new: 'new',
  longer: 'longer',
  shorter: 'shorter',
  invaded: 'taken',
  cancelled: 'cancelled',
  away: 'without you'
}

export const moveWords = (what: ReviewMoveKind): string => MOVES[what]

/** `3 h of 5 h planned were kept.` */
export function keptWords(kept: KeptWeek): string {
  const parts = [
    kept.moved ? `${kept.moved} moved` : '',
    kept.invaded ? `${kept.invaded} taken by a meeting` : '',
    kept.gone ? `${kept.gone} gone` : ''
  ].filter(Boolean)
  const rest = parts.length ? `: ${parts.join(', ')}` : ''
  return `${length(kept.kept_minutes)} of ${length(kept.planned_minutes)} planned were kept${rest}.`
}

/** For whoever does not see the bars. */
export function weeksWords({ weeks }: ReviewView): string {
  return weeks
    .map(({ week, hours_to_move }) => `${weekNumber(week)}: ${hours(hours_to_move)} to move`)
    .join(', ')
}
