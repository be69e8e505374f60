/** A list with one entry at another place. */
export function moved<T>(list: T[], from: number, to: number): T[] {
  const rest = list.filter((_, index) => index !== from)
  const one = list[from]
  return one === undefined ? rest : [...rest.slice(0, to), one, ...rest.slice(to)]
}

/** Where a row lands that is let go at `y`: after every other row whose middle lies above. */
export function placeAt(y: number, middles: number[], from: number): number {
  return middles.filter((middle, index) => index !== from && middle < y).length
}

/** Rules have no names of their own; this finds each again after a change: the same rule first, then the same place. */
export function recognized(before: Known[], now: string[]): Known[] {
  const left = [...before]
  const take = (fits: (one: Known) => boolean) => {
    const at = left.findIndex(fits)
    return at < 0 ? undefined : left.splice(at, 1)[0]
  }
  const same = now.map((text) => take((one) => one.text === text)?.id)
  let next = Math.max(0, ...before.map(({ id }) => id)) + 1
  return now.map((text, place) => {
    const id = same[place] ?? take((one) => one.id === before[place]?.id)?.id
    return { id: id ?? next++, text }
  })
}

export interface Known {
  id: number
  /** All of the rule, as text. */
  text: string
}
