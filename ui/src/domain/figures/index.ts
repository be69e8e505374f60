import type { Figure } from './figure'
import { FOCUS } from './focus'
import { MEETINGS } from './meetings'
import { SERIES } from './series'

export type { Figure } from './figure'

/** Every metric there is, in the order they are told. */
export const FIGURES: Figure[] = [...MEETINGS, ...FOCUS, ...SERIES]

export const figureOf = (id: string): Figure | undefined => FIGURES.find((figure) => figure.id === id)
