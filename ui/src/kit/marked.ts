/** A text in pieces: every second one, beginning with the second, is a word that was looked for. */
export function marked(text: string, words: string[]): string[] {
  const wanted = words.map(plain).filter((word) => word !== '')
  if (wanted.length === 0) return [text]
  // Letter by letter, so that a place in the plain text leads to one in the text.
  const letters = [...text.normalize('NFC')]
  const starts: number[] = []
  let folded = ''
  for (const [index, letter] of letters.entries()) {
    const piece = plain(letter)
    for (let nth = 0; nth < piece.length; nth += 1) starts.push(index)
    folded += piece
  }
  const escaped = wanted.map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  const pieces: string[] = []
  let end = 0
  for (const { index, 0: found } of folded.matchAll(new RegExp(escaped.join('|'), 'gu'))) {
    const from = starts[index] ?? end
    const to = (starts[index + found.length - 1] ?? from) + 1
    pieces.push(letters.slice(end, from).join(''), letters.slice(from, to).join(''))
    end = to
  }
  return [...pieces, letters.slice(end).join('')]
}

/** Lower case, without accents: as a search compares. */
const plain = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
