// How figures are told: a line each, with what is asked of it.

import { expect } from 'vitest'

/** Whether figures over their limits are failures: they are meant for a program that was built for use. */
const STRICT = process.env['WEEKWISE_STRICT'] !== undefined

/** Figures of one run, to be printed at its end. */
export class Told {
  readonly #lines: string[] = []

  /** A figure with its unit, and the most it may be. */
  tell(what: string, figure: number, unit: 'ms' | 'MB', limit?: number): void {
    const asked = limit === undefined ? '' : ` (limit ${limit} ${unit})`
    this.#lines.push(`${figure.toFixed(0).padStart(6)} ${unit}  ${what}${asked}`)
    if (STRICT && limit !== undefined) expect.soft(figure, what).toBeLessThanOrEqual(limit)
  }

  print(): void {
    console.log(`\n${this.#lines.join('\n')}\n`)
  }
}

/** The one in the middle. */
export function middle(figures: number[]): number {
  const sorted = figures.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? NaN
}
