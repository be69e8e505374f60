import type { Call } from './call'
import type { DaysOff, IntroductionAnswer, Library, Profile, Stay } from './types'

/** What the user chooses beside the plain settings. */
export interface ChoicesCalls {
  /** A profile of the user's; a new one where it has no id. */
  saveProfile(profile: Profile): Promise<Library>
  removeProfile(id: string): Promise<Library>
  setDaysOff(change: DaysOff): Promise<Library>
  /** Refused where it overlaps another, ends before it begins or is in no zone there is. */
  addStay(stay: Stay): Promise<Library>
  /** The stay that begins on this day. */
  removeStay(first: string): Promise<Library>
  /** Confirms, or sets right, what was read about who and when. */
  confirmIntroduction(answer: IntroductionAnswer): Promise<Library>
  /** From now on every answer has neutral words for titles, names and places, or the real ones again. */
  hideTitles(hide: boolean): Promise<Library>
}

export const choicesCalls = (call: Call): ChoicesCalls => ({
  saveProfile: (profile) => call('save_profile', { profile }),
  removeProfile: (id) => call('remove_profile', { id }),
  setDaysOff: (change) => call('set_days_off', { change }),
  addStay: (stay) => call('add_stay', { stay }),
  removeStay: (first) => call('remove_stay', { first }),
  confirmIntroduction: (answer) => call('confirm_introduction', { answer }),
  hideTitles: (hide) => call('hide_titles', { hide })
})
