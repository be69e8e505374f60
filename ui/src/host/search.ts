import type { Call } from './call'
import type { SearchHit } from './types'

export interface SearchCalls {
  /** The events in whose texts every word occurs, the best first. */
  search(text: string): Promise<SearchHit[]>
}

export const searchCalls = (call: Call): SearchCalls => ({
  search: (text) => call('search', { text })
})
