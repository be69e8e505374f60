import '@testing-library/jest-dom/vitest'
import { cleanup, configure } from '@testing-library/svelte'
import { afterEach } from 'vitest'

// jsdom has neither modal dialogs nor CSS.escape; the browser tests cover the real ones.
HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
  this.open = true
}
HTMLDialogElement.prototype.close ??= function (this: HTMLDialogElement) {
  this.open = false
}
globalThis.CSS ??= { escape: (text: string) => text.replace(/["\\]/g, '\\$&') } as typeof CSS
Element.prototype.scrollIntoView ??= () => undefined
Element.prototype.animate ??= () =>
  ({ cancel: () => undefined, finished: Promise.resolve() }) as unknown as Animation

afterEach(cleanup)

// A screen is loaded when it is first shown: on a busy machine that takes longer than a test waits by itself.
configure({ asyncUtilTimeout: 5000 })
