import { describe, expect, it } from 'vitest'
import { matching, type Command } from './commands'

const command = (label: string, group: Command['group'] = 'Do'): Command => ({
  label,
  group,
  run: () => undefined
})
const ALL = [command('Sources', 'Go to'), command('Import a calendar…'), command('Undo: Import work.ics')]

describe('commands', () => {
  it('are found by the beginnings of their words, in any order', () => {
    expect(matching(ALL, 'imp').map(({ label }) => label)).toEqual([ALL[1]!.label, ALL[2]!.label])
    expect(matching(ALL, 'work undo')).toEqual([ALL[2]])
    expect(matching(ALL, 'go so')).toEqual([ALL[0]])
  })

  it('are not found by letters inside a word', () => {
    expect(matching(ALL, 'port')).toEqual([])
  })

  it('are all there before anything is typed', () => {
    expect(matching(ALL, ' ')).toEqual(ALL)
  })
})
