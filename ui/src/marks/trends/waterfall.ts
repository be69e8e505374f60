import type { Waterfall, WaterfallStep } from '../../host/types'
import { scaleOf } from '../scale'

export interface FallingBar {
  step: WaterfallStep
  /** In per cent of the width. */
  from: number
  to: number
  more: boolean
}

/** Every step begins where the one before it ended; all of them lead from one whole to the other. */
export function fall({ steps }: Waterfall): { bars: FallingBar[]; zero: number; end: number } {
  let sum = 0
  const reached = steps.map(({ change_minutes }) => {
    const from = sum
    sum += change_minutes
    return { from, to: sum }
  })
  const all = reached.flatMap(({ from, to }) => [from, to])
  const [least, most] = [Math.min(0, ...all), Math.max(0, ...all)]
  const at = scaleOf([least, most === least ? least + 1 : most], [2, 98])
  const bars = reached.map(({ from, to }, index) => ({
    step: steps[index] as WaterfallStep,
    from: at(Math.min(from, to)),
    to: at(Math.max(from, to)),
    more: to > from
  }))
  return { bars, zero: at(0), end: at(sum) }
}
