import type { Call } from './call'
import type { MeetingsView, Selection } from './types'

export interface MeetingsCalls {
  /** Every series of the chosen days; of the last quarter where none are chosen. */
  meetings(selection?: Selection): Promise<MeetingsView>
}

export const meetingsCalls = (call: Call): MeetingsCalls => ({
  meetings: (selection = {}) => call('meetings', { selection })
})
