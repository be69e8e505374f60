import type { PaperFormat, PaperPreview } from '../../host/types'
import { Answer } from '../answer.svelte'
import type { WeekwiseState } from '../state.svelte'

export const FORMATS: { value: PaperFormat; label: string }[] = [
  { value: 'pdf', label: 'PDF' },
  { value: 'html', label: 'HTML' },
  { value: 'markdown', label: 'Markdown' },
  { value: 'text', label: 'Text' }
]

export interface Asked<Request> {
  preview: (request: Request) => Promise<PaperPreview>
  save: (request: Request, format: PaperFormat) => Promise<string | null>
}

/** Something to hand on: how it would look, and the ways it leaves. */
export class Paper<Request> {
  format = $state<PaperFormat>('pdf')
  busy = $state(false)
  readonly preview = new Answer<PaperPreview>()

  #app: WeekwiseState
  #asked: Asked<Request>

  constructor(app: WeekwiseState, asked: Asked<Request>) {
    this.#app = app
    this.#asked = asked
  }

  look = (request: Request) => this.preview.ask(() => this.#asked.preview(request))

  /** True where it was saved; false where the user changed their mind. What goes wrong is thrown. */
  async save(request: Request): Promise<boolean> {
    this.busy = true
    try {
      const name = await this.#asked.save(request, this.format)
      if (name === null) return false
      this.#app.toasts.show(`Saved as ${name}.`, {
        label: 'Open folder',
        run: () =>
          this.#app.host.showSaved().catch(() => this.#app.toasts.show('The folder could not be opened.'))
      })
      return true
    } finally {
      this.busy = false
    }
  }

  /** Copies what the preview shows; in words what became of it. */
  async copy(form: 'text' | 'markdown'): Promise<string> {
    try {
      await navigator.clipboard.writeText(this.preview.value?.[form] ?? '')
      return form === 'text' ? 'Copied as text.' : 'Copied as Markdown.'
    } catch {
      return 'The clipboard was not available: select the text and copy it.'
    }
  }
}
