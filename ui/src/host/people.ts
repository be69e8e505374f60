import type { Call } from './call'
import type { PeopleView, Selection } from './types'

export interface PeopleCalls {
  people(selection?: Selection): Promise<PeopleView>
}

export const peopleCalls = (call: Call): PeopleCalls => ({
  people: (selection = {}) => call('people', { selection })
})
