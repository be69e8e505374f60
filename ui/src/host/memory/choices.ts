import type { ChoicesCalls } from '../choices'
import type { Problem } from '../host'
import type { Library, Profile } from '../types'
import { noted } from './marks'
import type { World } from './world'

export function choicesOf(world: World): ChoicesCalls {
  const own = () => world.library.profiles.slice(world.library.shipped_profiles)
  const withOwn = (profiles: Profile[]): Library => {
    const { library } = world
    const all = [...library.profiles.slice(0, library.shipped_profiles), ...profiles]
    const profile = all.find(({ id }) => id === library.settings.profile.id) ?? all[0]!
    return { ...library, profiles: all, settings: { ...library.settings, profile } }
  }
  return {
    saveProfile: async (profile) => {
      const { id, name } = profile
      if (world.library.profiles.some((one) => one.id !== id && one.name === name))
        throw wrong(`there is a profile “${name}” already; give this one another name`)
      const kept = { ...profile, id: id || name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-') }
      const others = own().filter((one) => one.id !== kept.id)
      const all = [...others, kept].sort((a, b) => a.name.localeCompare(b.name))
      return world.keep(id ? `Change the profile ${name}` : `Add the profile ${name}`, () => {
        world.library = withOwn(all)
      })
    },
    removeProfile: async (id) => {
      const name = own().find((one) => one.id === id)?.name ?? ''
      return world.keep(`Remove the profile ${name}`, () => {
        world.library = withOwn(own().filter((one) => one.id !== id))
      })
    },
    setDaysOff: async ({ days, off }) =>
      world.keep(off ? `${days.length} days off` : `${days.length} working days`, () => {
        const others = noted(world).days_off.filter((day) => !days.includes(day))
        noted(world).days_off = off ? [...others, ...days].sort() : others
        const marks = structuredClone(noted(world))
        world.library = { ...world.library, settings: { ...world.library.settings, marks } }
      }),
    hideTitles: async (hide) => (world.library = { ...world.library, hides_titles: hide })
  }
}

const wrong = (message: string): Problem => ({ code: 'bad_settings', message, diagnostics: [] })
