import { COMMAND } from '../frame/keys'
import { SCREENS } from '../frame/screens'
import type { WeekwiseState } from '../frame/state.svelte'
import { appearance, type Theme } from '../frame/theme.svelte'

/** Something the palette can run. */
export interface Command {
  label: string
  group: 'Go to' | 'Do' | 'Appearance'
  keys?: string[]
  run: () => unknown
}

/** Everything that can be run now. */
export function commandsOf(app: WeekwiseState): Command[] {
  const go: Command[] = SCREENS.filter(({ id }) => id !== 'settings').map(({ id, label, key }) => ({
    label,
    group: 'Go to',
    keys: ['G', key.toUpperCase()],
    run: () => app.go(id, { focus: true })
  }))
  const { undo, redo } = app.library ?? {}
  const done: (Command | false | null | undefined)[] = [
    { label: 'Import a calendar…', group: 'Do', keys: [COMMAND, 'O'], run: app.chooseFiles },
    app.view && {
      label: 'Save report…',
      group: 'Do',
      keys: [COMMAND, 'S'],
      run: () => app.view && app.report('week', app.view)
    },
    undo && { label: `Undo: ${undo.label}`, group: 'Do', keys: [COMMAND, 'Z'], run: () => app.undo() },
    redo && {
      label: `Redo: ${redo.label}`,
      group: 'Do',
      keys: [COMMAND, 'Shift', 'Z'],
      run: () => app.redo()
    },
    !app.library?.demo && { label: 'Open the demo calendar', group: 'Do', run: app.openDemo },
    app.library?.demo && { label: 'Close the demo calendar', group: 'Do', run: app.closeLibrary },
    app.library && {
      label: app.library.hides_titles ? 'Show titles and names' : 'Hide titles and names',
      group: 'Do',
      keys: [COMMAND, 'Shift', 'H'],
      run: () => app.hideTitles()
    },
    { label: 'Settings', group: 'Do', keys: [COMMAND, ','], run: () => app.openSettings() },
    { label: 'Show all keys', group: 'Do', keys: ['?'], run: () => (app.dialog = 'help') }
  ]
  const look = (theme: Theme, label: string): Command => ({
    label,
    group: 'Appearance',
    run: () => appearance.choose(theme)
  })
  return [
    ...go,
    ...done.filter((command) => command != null && command !== false),
    look('light', 'Light'),
    look('dark', 'Dark'),
    look('system', 'Like the system')
  ]
}

/** Those in whose label or group every word begins a word, in their order. */
export function matching(commands: Command[], text: string): Command[] {
  const wanted = wordsOf(text)
  return commands.filter(({ label, group }) => {
    const there = wordsOf(`${group} ${label}`)
    return wanted.every((word) => there.some((one) => one.startsWith(word)))
  })
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}
