import type { ShownBlock, Slot } from './slots'

/** A block with a name that stays when it is moved. */
export interface NamedBlock extends ShownBlock {
  id: string
}

/** Blocks keep their name where they stay, and where they were moved to: what is drawn slides instead of jumping. */
export class BlockNames {
  #names: Record<string, string> = {}

  named(blocks: ShownBlock[]): NamedBlock[] {
    const taken: string[] = []
    return blocks.map((block) => {
      const at = placeName(block.slot)
      const named = this.#names[at] ?? at
      const id = taken.includes(named) ? `${at} again` : named
      taken.push(id)
      return { ...block, id }
    })
  }

  /** To be called before the wishes change: the names are read when the blocks are. */
  move(block: NamedBlock, to: Slot): void {
    delete this.#names[placeName(block.slot)]
    this.#names[placeName(to)] = block.id
  }
}

const placeName = ({ day, start }: Slot) => `${day}T${start}`
