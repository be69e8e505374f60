import { minuteOf, partOfDay } from '../../domain/wall'
import type { AdviceAction, Category, Ghost } from '../../host/types'
import type { DayColumn } from './layout'

/** What a change does in one place of the week. */
export interface PlacedGhost {
  key: string
  /** What goes from here, struck through; none where only something comes. */
  goes: string | null
  /** What comes to here; none where only something goes. */
  comes: string | null
  /** Says more about what goes: `every 2nd week`. */
  note: string
  category: Category
  start: number
  end: number
  /** The part of the day's width, 0–1: over the event it is about, else all of it. */
  left: number
  width: number
}

const NOTES: Partial<Record<AdviceAction, string>> = {
  halve: 'every 2nd week',
  leave: 'its notes instead',
  decline: 'without you',
  delegate: 'in turns',
  document: 'as a document',
  merge: 'in the other one'
}

interface Piece {
  goes: string | null
  comes: string | null
  category: Category
  from: string
  to: string
  uid: string | null
}

/** What a change moves, takes away or brings, as pieces of time: each place it touches is one. */
function piecesOf(ghost: Ghost): Piece[] {
  const { uid, title, category, start, end, to_start, to_end } = ghost
  const piece = (goes: string | null, comes: string | null, from: string, to: string): Piece => ({
    goes,
    comes,
    category,
    from,
    to,
    uid
  })
  if (start === null || end === null)
    return to_start !== null && to_end !== null ? [piece(null, title, to_start, to_end)] : []
  if (to_start === null || to_end === null) return [piece(title, null, start, end)]
  // Another purpose at the same time.
  if (to_start === start && to_end === end) return [piece(null, title, start, end)]
  // It ends earlier: only the rest of it goes.
  if (to_start === start && to_end < end) return [piece('', null, to_end, end)]
  return [piece(title, null, start, end), piece(null, title, to_start, to_end)]
}

/** The ghosts of one day. What comes exactly where something goes is drawn in one with it. */
export function ghostsOf(column: DayColumn, ghosts: Ghost[], action: AdviceAction): PlacedGhost[] {
  const pieces = ghosts.flatMap(piecesOf)
  const swapped = pieces.flatMap((piece) => {
    if (piece.goes === null) {
      const gone = pieces.some(
        (other) => other.goes !== null && other.from === piece.from && other.to === piece.to
      )
      return gone ? [] : [piece]
    }
    const instead = pieces.find(
      (other) => other.comes !== null && other.from === piece.from && other.to === piece.to
    )
    return [instead ? { ...piece, comes: instead.comes, category: instead.category } : piece]
  })
  return swapped.flatMap((piece) => {
    const part = partOfDay(piece.from, piece.to, column.day.day)
    if (!part) return []
    const placed = column.events.find(
      ({ event }) =>
        (event.row.uid === piece.uid || event.series === piece.uid) &&
        piece.uid !== null &&
        minuteOf(event.start) <= part.start &&
        minuteOf(event.end) >= part.end
    )
    const { left, width } =
      piece.comes !== null && !placed ? { left: 0, width: 1 } : (placed?.lane ?? { left: 0, width: 1 })
    const note = piece.goes !== null && piece.comes === null ? (NOTES[action] ?? '') : ''
    const { goes, comes, category } = piece
    return [
      { key: `${piece.uid} ${piece.from} ${comes ?? ''}`, goes, comes, note, category, ...part, left, width }
    ]
  })
}
