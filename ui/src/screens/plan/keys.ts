import type { Key } from '../../frame/keys'
import { COMMAND } from '../../frame/keys'
import type { WeekwiseState } from '../../frame/state.svelte'
import type { Planning } from './plan.svelte'

interface Target {
  app: WeekwiseState
  planning: Planning
}

export const KEYS: Key<Target>[] = [
  { keys: ['J'], does: 'Next week of the plan', key: 'j', run: ({ planning }) => planning.turn(1) },
  { keys: ['K'], does: 'Previous week of the plan', key: 'k', run: ({ planning }) => planning.turn(-1) },
  { keys: ['←', '↑', '→', '↓'], does: 'Move among days, events, blocks and gaps' },
  { keys: ['Enter'], does: 'On free time: add a block; on a block: open it' },
  { keys: ['Alt', '←', '↑', '→', '↓'], does: 'Move the selected block' },
  { keys: ['Alt', 'Shift', '↑', '↓'], does: 'End the block earlier or later' },
  { keys: ['Alt', 'Shift', '←', '→'], does: 'Begin the block earlier or later' },
  {
    keys: ['L'],
    does: 'Lock or unlock the block',
    key: 'l',
    run: ({ planning }) => planning.edits.toggleLock()
  },
  {
    keys: ['Delete'],
    does: 'Dismiss the block',
    key: ['delete', 'backspace'],
    run: ({ planning }) => planning.edits.dismiss()
  },
  { keys: ['X'], does: 'Export the plan', key: 'x', run: ({ planning }) => (planning.exporting = true) },
  {
    keys: [COMMAND, 'Z'],
    does: 'Undo the last edit of the plan',
    key: 'z',
    command: true,
    run: ({ app, planning }) => (planning.undoable ? planning.undo() : app.undo())
  },
  {
    keys: [COMMAND, 'Shift', 'Z'],
    does: 'Redo it',
    key: 'z',
    command: true,
    shift: true,
    run: ({ app, planning }) => (planning.redoable ? planning.redo() : app.redo())
  },
  { keys: ['Esc'], does: 'Close the panel', key: 'escape', run: ({ planning }) => planning.close() }
]
