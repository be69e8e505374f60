// @vitest-environment jsdom
import { render, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import './setup'
import App from '../src/app/App.svelte'
import { WeekwiseState } from '../src/frame/state.svelte'
import { eventOn, hostOf, libraryOf, row, TestHost } from './build'

async function opened(host = new TestHost()) {
  const state = new WeekwiseState(hostOf(host))
  render(App, { state })
  await waitFor(() => expect(screen.getByRole('main')).not.toHaveAttribute('aria-busy'))
  return { state, host, user: userEvent.setup() }
}

// Screens are loaded when they are first shown; what that takes on a busy machine is no matter of these tests.
beforeAll(() => import('../src/screens/week/Screen.svelte'), 60_000)
beforeEach(() => localStorage.clear())

describe('the window', () => {
  it('begins with a way in when nothing is open', async () => {
    const host = new TestHost()
    host.open = libraryOf({ files: [], week: null })
    const { user } = await opened(host)
    expect(screen.getByRole('heading', { name: 'Where does your week go?' })).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Open the demo calendar' }))
    expect(await screen.findByText(/^Demo/)).toBeVisible()
  })

  it('shows the week with its headline, bars and events', async () => {
    await opened()
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Week 46 · 9–15 Nov 2026')
    expect(screen.getByRole('button', { name: /4\.4\sh to move/ })).toBeVisible()
    expect(screen.getByRole('button', { name: /^Cross-team, 31\s%/ })).toBeVisible()
    expect(screen.getByRole('button', { name: /^Event 09:00, Tuesday 10 Nov/ })).toBeVisible()
    expect(screen.getByRole('button', { name: /Tuesday 10 Nov.*overloaded: 7 h of meetings/ })).toBeVisible()
  })

  it('goes from a bar to its events, to why, and back', async () => {
    const { user } = await opened()
    await user.click(screen.getByRole('button', { name: /^Cross-team, 31\s%/ }))
    const panel = screen.getByRole('complementary', { name: 'Cross-team' })
    await user.click(within(panel).getByRole('button', { name: /Event 09:00/ }))
    const detail = screen.getByRole('complementary', { name: 'Event 09:00' })
    expect(within(detail).getByText('title says “sync”')).toBeVisible()
    expect(within(detail).getByText(/Probably · 70\s%/)).toBeVisible()
    expect(within(detail).getByText(/Next likely: Review/)).toBeVisible()
    await user.click(within(detail).getByRole('button', { name: 'Back' }))
    expect(screen.getByRole('complementary', { name: 'Cross-team' })).toBeVisible()
  })

  it('closes the panel with Esc and gives the focus back', async () => {
    const { user } = await opened()
    const bar = screen.getByRole('button', { name: /^Cross-team, 31\s%/ })
    await user.click(bar)
    expect(screen.getByRole('heading', { name: 'Cross-team' })).toHaveFocus()
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('complementary')).toBeNull()
    expect(bar).toHaveFocus()
  })

  it('moves through the grid with arrows and explains with E', async () => {
    const { user } = await opened()
    screen.getByRole('button', { name: /^Monday 9 Nov/ }).focus()
    await user.keyboard('{ArrowRight}{ArrowDown}')
    expect(screen.getByRole('button', { name: /^Event 09:00/ })).toHaveFocus()
    await user.keyboard('e')
    await waitFor(() => expect(screen.getByRole('heading', { name: 'Why this category' })).toHaveFocus())
  })

  it('turns weeks with J and K, but not while typing', async () => {
    const { user, host, state } = await opened()
    await user.keyboard('j')
    await waitFor(() => expect(state.view?.week).toBe('2026-W47'))
    await user.click(screen.getByRole('button', { name: 'Settings' }))
    await user.type(await screen.findByLabelText('Time zone'), 'j')
    expect(host.asked).toHaveLength(2)
  })

  it('asks once whether what was read is right, and keeps the answer', async () => {
    const { user, host } = await opened()
    const card = screen.getByRole('region', { name: /Is this right\?/ })
    expect(card).toHaveTextContent('sam@example.org')
    expect(card).toHaveTextContent('the address most events are about')
    expect(card).toHaveTextContent('9:00–17:00')
    expect(card).toHaveTextContent('Mon–Fri')
    await user.click(within(card).getByRole('button', { name: /That’s right/ }))
    expect(host.confirmed).toMatchObject([{ me: ['sam@example.org'], zone: 'Europe/Berlin', lunch: null }])
    await waitFor(() => expect(screen.queryByRole('region', { name: /Is this right\?/ })).toBeNull())
  })

  it('sets right what was read wrong', async () => {
    const { user, host } = await opened()
    await user.click(screen.getByRole('button', { name: 'Change…' }))
    const hours = screen.getByLabelText('Hours')
    await user.clear(hours)
    await user.type(hours, 'nine to five{Enter}')
    expect(screen.getByRole('alert')).toHaveTextContent('Write hours like 9:00–17:30.')
    await user.clear(hours)
    await user.type(hours, '8:30-17')
    await user.type(screen.getByLabelText('Lunch'), '12:30–13:15')
    await user.click(screen.getByRole('button', { name: 'Fri' }))
    await user.type(hours, '{Enter}')
    expect(host.confirmed).toMatchObject([
      {
        hours: { start: '08:30:00', end: '17:00:00' },
        lunch: { start: '12:30:00', end: '13:15:00' },
        days: [1, 2, 3, 4]
      }
    ])
  })

  it('asks for the clock before anything else where the calendar was written on another', async () => {
    const host = new TestHost()
    const { introduction } = host.open
    const machine_hours = { start: '03:00:00', end: '11:00:00' }
    host.open = libraryOf({
      introduction: introduction && {
        ...introduction,
        machine_zone: 'America/New_York',
        zone_differs: true,
        machine_hours
      }
    })
    const { user } = await opened(host)
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Which clock are your weeks on?')
    expect(screen.queryByRole('group', { name: 'Week grid' })).toBeNull()
    expect(screen.getByRole('button', { name: /New York.*3:00–11:00/ })).toBeVisible()
    await user.keyboard('1')
    expect(host.changes).toEqual([{ zone: 'Europe/Berlin' }])
  })

  it('applies only the setting that was changed, and shows a refusal beside it', async () => {
    const { user, host } = await opened()
    await user.click(screen.getByRole('button', { name: 'Settings' }))
    const zone = await screen.findByLabelText('Time zone')
    host.changeSettings = async (change) => {
      host.changes.push(change)
      throw { code: 'bad_settings', message: 'There is no zone “Mars”.', diagnostics: [] }
    }
    await user.clear(zone)
    await user.type(zone, 'Mars{Enter}')
    await user.tab()
    expect(host.changes).toEqual([{ zone: 'Mars' }])
    expect(await screen.findByText('There is no zone “Mars”.')).toBeVisible()
  })

  it('takes hours day by day and says what cannot be read', async () => {
    const { user, host } = await opened()
    await user.click(screen.getByRole('button', { name: 'Settings' }))
    await user.click(await screen.findByRole('button', { name: 'Working time' }))
    const friday = screen.getByLabelText('Friday')
    await user.clear(friday)
    await user.type(friday, 'until noon')
    await user.tab()
    expect(screen.getByText('Write hours like 9:00–12:00, 13:00–17:00.')).toBeVisible()
    await user.clear(friday)
    await user.type(friday, '9-12')
    await user.tab()
    expect(host.changes).toEqual([
      {
        hours:
          'Mon 09:00-17:00; Tue 09:00-17:00; Wed 09:00-17:00; Thu 09:00-17:00; Fri 09:00-12:00; Sat off; Sun off'
      }
    ])
  })

  it('says what happened, what was kept and where, when nothing could be read', async () => {
    const host = new TestHost()
    host.chooseFiles = () =>
      Promise.reject({
        code: 'nothing_read',
        message: 'No events in “notes.txt”.',
        diagnostics: [
          {
            file: 'notes.txt',
            line: 3,
            uid: null,
            code: 'x',
            problem: 'not a calendar',
            remedy: 'left out',
            outcome: 'left_out'
          }
        ]
      })
    const { user } = await opened(host)
    await user.click(screen.getByRole('button', { name: 'Import…' }))
    const dialog = await screen.findByRole('dialog', { name: 'Nothing could be read' })
    expect(dialog).toHaveTextContent('No events in “notes.txt”.')
    expect(dialog).toHaveTextContent('What was open is still open')
    expect(dialog).toHaveTextContent('notes.txt:3')
  })

  it('says so when a week has no events', async () => {
    const host = new TestHost()
    host.events = []
    await opened(host)
    expect(screen.getByRole('heading', { name: 'No events this week' })).toBeVisible()
  })

  it('marks what is tentative, not counted or in conflict for those who do not see it', async () => {
    const host = new TestHost()
    host.events = [
      eventOn(0, '09:00', '10:00', { tentative: true, conflict: true, row: row({ summary: 'Interlock' }) }),
      eventOn(0, '11:00', '12:00', {
        row: row({ summary: 'Gym', counted: false, not_counted_because: 'personal' })
      })
    ]
    await opened(host)
    expect(
      screen.getByRole('button', { name: /^Interlock.*tentative, overlaps another event/ })
    ).toBeVisible()
    expect(screen.getByRole('button', { name: /^Gym.*not counted: it is personal time/ })).toBeVisible()
  })

  it('shows the mix as a table', async () => {
    const { user } = await opened()
    await user.click(screen.getByRole('button', { name: 'Show as table' }))
    expect(within(screen.getByRole('table')).getAllByRole('row')).toHaveLength(8)
  })
})
