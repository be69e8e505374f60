/** The side panel of a screen: what it shows, and the way back through what it showed before. */
export class Panels<Panel> {
  list = $state.raw<Panel[]>([])
  readonly shown = $derived(this.list.at(-1) ?? null)
  readonly deep = $derived(this.list.length > 1)

  open = (panel: Panel): void => {
    this.list = [panel]
  }

  /** One step deeper, with a way back. */
  deepen = (panel: Panel): void => {
    this.list = [...this.list, panel]
  }

  back = (): void => {
    this.list = this.list.slice(0, -1)
  }

  close = (): void => {
    this.list = []
  }
}
