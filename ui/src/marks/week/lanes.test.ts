import { describe, expect, it } from 'vitest'
import { lanes, rankedLanes, type Lane } from './lanes'

const span = (key: string, start: number, end: number) => ({ key, start, end })

function clashes(spans: ReturnType<typeof span>[], placed: Map<string, Lane>): string[] {
  return spans.flatMap((a) =>
    spans.flatMap((b) => {
      if (a.key >= b.key || a.start >= b.end || b.start >= a.end) return []
      const [x, y] = [placed.get(a.key)!, placed.get(b.key)!]
      const apart = x.left + x.width <= y.left + 1e-9 || y.left + y.width <= x.left + 1e-9
      return apart || x.depth !== y.depth ? [] : [`${a.key} and ${b.key}`]
    })
  )
}

describe('lanes', () => {
  it('gives an event alone the whole width', () => {
    expect(lanes([span('a', 540, 600), span('b', 600, 660)]).get('b')).toMatchObject({
      left: 0,
      width: 1,
      depth: 0
    })
  })

  it('puts a later event on top where both titles stay readable', () => {
    const placed = lanes([span('focus', 540, 720), span('call', 630, 660)])
    expect(placed.get('focus')).toMatchObject({ left: 0, width: 1, depth: 0 })
    expect(placed.get('call')).toMatchObject({ left: 1 / 3, width: 2 / 3, depth: 1 })
  })

  it('puts events side by side that start together', () => {
    const placed = lanes([span('a', 540, 600), span('b', 540, 600)])
    expect(placed.get('a')).toMatchObject({ left: 0, width: 0.5, beside: true })
    expect(placed.get('b')).toMatchObject({ left: 0.5, width: 0.5, beside: true })
  })

  it('lets an event take the free room to its right', () => {
    const placed = lanes([span('a', 540, 720), span('b', 540, 600), span('c', 540, 570), span('d', 630, 720)])
    expect(placed.get('d')?.left).toBeCloseTo(1 / 3)
    expect(placed.get('d')?.width).toBeCloseTo(2 / 3)
  })

  it('never lets two events cover the same place at the same time unless one is on top', () => {
    const spans = Array.from({ length: 40 }, (_, index) =>
      span(`e${index}`, 480 + ((index * 37) % 300), 510 + ((index * 37) % 300) + ((index * 13) % 60))
    )
    expect(clashes(spans, lanes(spans))).toEqual([])
  })

  it('holds that also with what does not count', () => {
    for (let seed = 1; seed < 60; seed += 1) {
      const spans = Array.from({ length: 12 }, (_, index) => {
        const start = 480 + ((index * seed * 53) % 600)
        return span(`e${index}`, start, start + 15 + ((index * seed * 29) % 90))
      })
      const placed = rankedLanes(spans.slice(0, 8), spans.slice(8), 15)
      expect(clashes(spans, placed), `seed ${seed}`).toEqual([])
    }
  })

  it('treats a very short event as tall as it is drawn', () => {
    expect(lanes([span('a', 540, 545), span('b', 550, 600)], 15).get('a')?.width).toBe(0.5)
  })

  it('lets what does not count take only the edge', () => {
    const placed = rankedLanes(
      [span('review', 900, 990)],
      [span('webinar', 900, 930), span('alone', 600, 660)]
    )
    expect(placed.get('review')).toMatchObject({ left: 0, width: 0.7, beside: false })
    expect(placed.get('webinar')?.left).toBeCloseTo(0.7)
    expect(placed.get('alone')).toMatchObject({ left: 0, width: 1 })
  })

  it('tells who is at the same time where one may be too narrow to be read', () => {
    const three = [span('a', 540, 600), span('b', 540, 600), span('c', 550, 610)]
    const placed = rankedLanes([...three, span('later', 700, 760)], [])
    expect(placed.get('c')?.crowd).toEqual(['a', 'b', 'c'])
    expect(placed.get('later')?.crowd).toBeUndefined()
    expect(rankedLanes(three.slice(0, 2), []).get('a')?.crowd).toBeUndefined()
  })
})
