/** A whole, divided into parts by dividers that are moved. Everything in per cent of that whole. */
export interface Divided {
  /** The parts in their order; what nobody gave has an equal share of what is left. */
  parts: number[]
  /** Where each part but the last one ends. */
  dividers: number[]
  /** The right edge: 100, or more where more was given. */
  full: number
}

/** `given`: what was given of each part; null or not a number where nothing was. */
export function divided(given: (number | null | undefined)[]): Divided {
  const known = given.map((part) => (typeof part === 'number' && part >= 0 && part <= 100 ? part : null))
  const sum = known.reduce<number>((sum, part) => sum + (part ?? 0), 0)
  const open = known.filter((part) => part === null).length
  const left = Math.max(0, 100 - sum)
  let nth = 0
  const parts = known.map((part) => part ?? share(left, open, nth++))
  let end = 0
  const dividers = parts.slice(0, -1).map((part) => (end += part))
  return { parts, dividers, full: Math.max(100, sum) }
}

/** Whole numbers that add up to `left`, the nth of `open`; what does not divide goes to the first ones. */
function share(left: number, open: number, nth: number): number {
  const each = Math.floor(left / open)
  return each + (nth < left - each * open ? 1 : 0)
}

/** How far a divider can be moved: to those beside it. */
export function reach({ dividers, full }: Divided, divider: number): { from: number; to: number } {
  return { from: dividers[divider - 1] ?? 0, to: dividers[divider + 1] ?? full }
}

/**
 * The parts with a divider at another place, in whole per cent: one beside it grows by what the other loses, and the last
 * one takes what was open at the edge.
 */
export function moved(whole: Divided, divider: number, to: number): number[] {
  const { from, to: end } = reach(whole, divider)
  const place = Math.min(end, Math.max(from, Math.round(to)))
  return whole.parts.map((part, index) => {
    if (index === divider) return place - from
    return index === divider + 1 ? end - place : part
  })
}

/** Of dividers at one place the one that can be moved: the first to the left, the last to the right. */
export function movable({ dividers }: Divided, divider: number, by: number): number {
  const there = dividers.flatMap((place, index) => (place === dividers[divider] ? [index] : []))
  return (by < 0 ? there.at(0) : there.at(-1)) ?? divider
}
