/** The days between two that the drawing reaches over. Doubling is one step everywhere: rhythms are multiples. */
const LEAST = 3.5
const MOST = 112

/** Where a rhythm lies, in per cent of the width; what is beyond either end lies at it. */
export function placeOf(days: number): number {
  const within = Math.min(MOST, Math.max(LEAST, days))
  return (Math.log2(within / LEAST) / Math.log2(MOST / LEAST)) * 100
}

export const RHYTHMS = [
  { days: 7, label: '1 wk' },
  { days: 14, label: '2' },
  { days: 28, label: '4' },
  { days: 56, label: '8' }
]

export interface Cadence {
  intended: number | null
  real: number | null
  /** From the one to the other, where they differ by more than a mark is wide. */
  way: { from: number; width: number } | null
}

export function cadenceOf(intended_days: number | null, real_days: number | null): Cadence {
  const intended = intended_days === null ? null : placeOf(intended_days)
  const real = real_days === null ? null : placeOf(real_days)
  if (intended === null || real === null || Math.abs(real - intended) < 2)
    return { intended, real, way: null }
  return { intended, real, way: { from: Math.min(intended, real), width: Math.abs(real - intended) } }
}
