import type { Call } from './call'
import type { SearchHits } from './types'

export interface SearchCalls {
  /** The events in whose texts every word occurs: the best of them, and how many there are. */
  search(text: string): Promise<SearchHits>
}

export const searchCalls = (call: Call): SearchCalls => ({
  search: (text) => call('search', { text })
})
