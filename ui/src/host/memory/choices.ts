import { dayWithYear } from '../../domain/format'
import type { ChoicesCalls } from '../choices'
import type { Problem } from '../host'
import type { Library, Profile, Stay } from '../types'
import { confirmed } from './introduction'
import { changed } from './library'
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
  const showMarks = () => {
    const marks = structuredClone(noted(world))
    world.library = { ...world.library, settings: { ...world.library.settings, marks } }
  }
  const setStays = (stays: Stay[]) => {
    noted(world).stays = [...stays].sort((a, b) => a.first.localeCompare(b.first))
    showMarks()
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
    addStay: async (stay) => {
      const there = noted(world).stays.find((one) => one.first <= stay.last && stay.first <= one.last)
      if (there)
        throw wrong(`you are in ${there.zone} from ${there.first} to ${there.last}; choose other days`)
      return world.keep(
        `Working from ${stay.zone}, ${dayWithYear(stay.first)} – ${dayWithYear(stay.last)}`,
        () => setStays([...noted(world).stays, stay])
      )
    },
    removeStay: async (first) =>
      world.keep('Not working from there', () =>
        setStays(noted(world).stays.filter((stay) => stay.first !== first))
      ),
    setDaysOff: async ({ days, off }) =>
      world.keep(off ? `${days.length} days off` : `${days.length} working days`, () => {
        const others = noted(world).days_off.filter((day) => !days.includes(day))
        noted(world).days_off = off ? [...others, ...days].sort() : others
        showMarks()
      }),
    confirmIntroduction: async (answer) =>
      world.act('Say who you are and when you work', () => {
        world.library = changed(world.library, confirmed(answer))
      }),
    hideTitles: async (hide) => (world.library = { ...world.library, hides_titles: hide })
  }
}

const wrong = (message: string): Problem => ({ code: 'bad_settings', message, diagnostics: [] })
