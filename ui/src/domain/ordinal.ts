const WORDS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth']

/** `third` for 2: a place in a list, counted from 0; beyond the tenth `12th`. */
export function ordinal(index: number): string {
  const number = index + 1
  const teen = number % 100 > 10 && number % 100 < 14
  const end = teen ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th')
  return WORDS[index] ?? `${number}${end}`
}
