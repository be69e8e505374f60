export interface Span {
  key: string
  /** Minutes of the day. */
  start: number
  end: number
}

/** Where an event lies across its day's column, as shares of its width. */
export interface Lane {
  left: number
  width: number
  /** 1: drawn on top of the one it overlaps. */
  depth: number
  /** It shares its width with another of its rank. */
  beside: boolean
  /** Where it may be too narrow to be read: all that are there at about that time, in order. */
  crowd?: string[]
}

/** So small a share of a day's width may be narrower than a word. */
const NARROW = 0.4

/** An event that begins this much later leaves the title of the one below it readable. */
const TITLE_MINUTES = 30

/** Gives overlapping events their places: one on top of the other where both titles stay readable, else beside. */
export function lanes(spans: Span[], shortest = 1): Map<string, Lane> {
  const placed = new Map<string, Lane>()
  for (const cluster of clusters(grown(spans, shortest))) {
    const columns = columnsOf(cluster)
    const stacked = columns.length === 2 && leavesTitles(columns[0] ?? [], columns[1] ?? [])
    columns.forEach((column, index) => {
      for (const span of column) {
        placed.set(span.key, stacked ? onTop(index) : beside(span, index, columns))
      }
    })
  }
  return placed
}

/** As tall as they are drawn. */
const grown = (spans: Span[], shortest: number) =>
  spans.map((span) => ({ ...span, end: Math.max(span.end, span.start + shortest) }))

const overlaps = (a: Span, b: Span) => a.start < b.end && b.start < a.end

/** Room that what does not count leaves to what does, where they overlap. */
const COUNTED_ROOM = 0.7

/** As `lanes`, with a second rank that never squeezes the first below most of the width. */
export function rankedLanes(first: Span[], second: Span[], shortest = 1): Map<string, Lane> {
  const placed = new Map([...lanes(first, shortest), ...lanes(second, shortest)])
  const isFirst = new Set(first.map(({ key }) => key))
  // Whole clusters make room, not single events: else two of a rank that were apart would meet.
  const touching = clusters(grown([...first, ...second], shortest))
  for (const cluster of touching) {
    const ranks = new Set(cluster.map(({ key }) => isFirst.has(key)))
    if (ranks.size < 2) continue
    for (const { key } of cluster) {
      const lane = placed.get(key)
      if (!lane) continue
      placed.set(
        key,
        isFirst.has(key) ? squeezed(lane, 0, COUNTED_ROOM) : squeezed(lane, COUNTED_ROOM, 1 - COUNTED_ROOM)
      )
    }
  }
  for (const cluster of touching) {
    const keys = cluster.map(({ key }) => key)
    if (!keys.some((key) => (placed.get(key)?.width ?? 1) < NARROW)) continue
    for (const key of keys) {
      const lane = placed.get(key)
      if (lane) placed.set(key, { ...lane, crowd: keys })
    }
  }
  return placed
}

function squeezed(lane: Lane, left: number, room: number): Lane {
  return { ...lane, left: left + lane.left * room, width: lane.width * room }
}

/** Groups that touch each other, directly or through others, each in order of start, the longer first. */
function clusters(spans: Span[]): Span[][] {
  const groups: Span[][] = []
  let end = -1
  for (const span of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (span.start >= end) groups.push([])
    groups.at(-1)?.push(span)
    end = Math.max(end, span.end)
  }
  return groups
}

function columnsOf(cluster: Span[]): Span[][] {
  const columns: Span[][] = []
  for (const span of cluster) {
    const free = columns.find((column) => (column.at(-1)?.end ?? 0) <= span.start)
    if (free) free.push(span)
    else columns.push([span])
  }
  return columns
}

function leavesTitles(below: Span[], above: Span[]): boolean {
  return above.every((top) =>
    below.every((span) => !overlaps(span, top) || top.start - span.start >= TITLE_MINUTES)
  )
}

function onTop(index: number): Lane {
  return index === 0
    ? { left: 0, width: 1, depth: 0, beside: false }
    : { left: 1 / 3, width: 2 / 3, depth: 1, beside: false }
}

/** Equal widths; an event without a neighbour to its right takes that room too. */
function beside(span: Span, index: number, columns: Span[][]): Lane {
  let until = index + 1
  while (until < columns.length && !columns[until]?.some((other) => overlaps(other, span))) until += 1
  const width = (until - index) / columns.length
  return { left: index / columns.length, width, depth: 0, beside: width < 1 }
}
