// d3-scale would do, but what it is built on writes to inherited properties, which a window with frozen prototypes
// refuses; and these few lines are all of it that is needed.

/** From values to places along a line. */
export function scaleOf([a, b]: [number, number], [from, to]: [number, number]): (value: number) => number {
  const span = b - a || 1
  return (value) => from + ((value - a) / span) * (to - from)
}
