/** A key of the window, or of one screen; `Target` is what it works on. The help dialog lists what these tables do. */
export interface Key<Target> {
  keys: string[]
  does: string
  /** `KeyboardEvent.key` in lower case, one or several; none for keys a component handles itself. */
  key?: string | string[]
  command?: boolean
  shift?: boolean
  /** Once a press: held down it does nothing more. */
  once?: boolean
  run?: (target: Target, pressed: string) => unknown
}

const MAC = /Mac/.test(globalThis.navigator?.userAgent ?? '')
export const COMMAND = MAC ? '⌘' : 'Ctrl'

/** Keys of a screen, bound to what they work on. */
export interface BoundKeys {
  find(matches: (key: Key<never>) => boolean): ((pressed: string) => unknown) | undefined
}

export function bound<Target>(keys: Key<Target>[], target: Target): BoundKeys {
  return {
    find: (matches) => {
      const run = keys.find((key) => matches(key as Key<never>))?.run
      return run && ((pressed) => run(target, pressed))
    }
  }
}
