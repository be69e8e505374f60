import type { Call } from './call'
import type { Library, Marks } from './types'

/** What the user wrote beside the calendar: unusual weeks, names of teams, priorities. */
export interface MarksCalls {
  marks(): Promise<Marks>
  setMarks(marks: Marks): Promise<Library>
}

export const marksCalls = (call: Call): MarksCalls => ({
  marks: () => call('marks'),
  setMarks: (marks) => call('set_marks', { marks })
})
