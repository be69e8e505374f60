import { describe, expect, it } from 'vitest'
import { marked } from './marked'

describe('words that were looked for', () => {
  it('are marked in any case, inside other words, and where only accents differ', () => {
    expect(marked('Platform sync, platforms', ['PLATFORM'])).toEqual([
      '',
      'Platform',
      ' sync, ',
      'platform',
      's'
    ])
    expect(marked('Jour fixe mit Müller', ['muller'])).toEqual(['Jour fixe mit ', 'Müller', ''])
    expect(marked('Re\u0301sume\u0301 review', ['resume'])).toEqual(['', 'Résumé', ' review'])
  })

  it('mean nothing to the pattern they are part of', () => {
    expect(marked('C++ (hour)', ['c++', '('])).toEqual(['', 'C++', ' ', '(', 'hour)'])
  })

  it('are nowhere where none was given', () => {
    expect(marked('Platform sync', ['', '\u0301'])).toEqual(['Platform sync'])
  })
})
