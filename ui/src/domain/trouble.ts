/** As much as a change can take: close to no. */
export const MOST_TROUBLE = 5

/** What it takes to bring a change about, from 0 to 5. */
export function troubleWords(trouble: number): string {
  if (trouble <= 0) return 'Only you decide'
  if (trouble <= 0.5) return 'One click'
  if (trouble <= 1) return 'A short message'
  if (trouble <= 2) return 'Asking a favour'
  if (trouble <= 3.5) return 'Some persuading'
  return 'Likely to be refused'
}
