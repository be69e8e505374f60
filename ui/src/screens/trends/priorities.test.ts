import { describe, expect, it } from 'vitest'
import { prioritiesOf, textOf } from './priorities'

describe('written priorities', () => {
  it('are one a line: a name, and the words that mark it', () => {
    expect(prioritiesOf('Ledger migration: migration, ledger \n\n  Hiring ')).toEqual([
      { name: 'Ledger migration', words: ['migration', 'ledger'] },
      { name: 'Hiring', words: ['Hiring'] }
    ])
  })

  it('come back as they were written', () => {
    const text = 'Ledger: migration, ledger\nReliability: incident'
    expect(textOf(prioritiesOf(text))).toBe(text)
    expect(prioritiesOf('')).toEqual([])
  })
})
