// The real window, read as a screen reader reads it: its accessibility tree, beside what the terminal says of the
// same week. Nothing that can be pressed, chosen or looked at is without a name.

import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { App } from '../app.ts'
import { all, lines, missing, plain, Reader, unnamed, type Told } from '../reader.ts'
import { dayOf, nameOf, rowsOf, said, type Event, type Report } from '../reported.ts'

const why = missing()
// Where everything was set up nothing is left out.
const left = why !== null && !process.env['CI']

describe.skipIf(left)(why ? `read aloud (left out: ${why})` : 'read aloud', () => {
  let reader: Reader
  let app: App
  const read = async () => reader.page(app.driven())

  beforeAll(async () => {
    reader = await Reader.start()
    app = await App.openOn(reader.surroundings)
    await app.click('button', 'Open the demo calendar')
    await app.find('button', /^Platform sync, Mon/)
    // Everything fits: what does not is said behind “Show all”.
    await app.resize(1440, 960)
    await app.settled()
  })
  afterAll(async () => {
    await app?.close()
    reader?.close()
  })

  describe('the week', () => {
    const text = said('report', '--demo', '--quiet')
    const report = JSON.parse(said('report', '--demo', '--quiet', '--format', 'json')) as Report
    const events = JSON.parse(said('events', '--demo', '--format', 'json')) as Event[]
    let week: Told
    let heard: string[]
    /** The names of everything of a role. */
    const named = (role: string) => all(week).flatMap((one) => (one.role === role ? [plain(one.name)] : []))

    beforeAll(async () => {
      week = await read()
      heard = lines(week)
    })

    test('tells every share with its band, and the hours to move', () => {
      const bands = rowsOf(text)
      expect(bands).toHaveLength(6)
      expect(named('push button')).toEqual(expect.arrayContaining(bands))
      const [, move, whole] = /^(\S+ h to move) so .* · (\S+ h) booked or free$/m.exec(text) ?? []
      expect(named('heading')).toContain(move)
      expect(heard).toContainEqual(expect.stringContaining(`${whole}, booked or free`))
    })

    test('tells the one thing to change, with its gain, who decides and its trouble', () => {
      const [first, second] = report.advice.advice
      expect(first).toBeDefined()
      expect(heard).toContain(`paragraph ${first?.text}`)
      expect(heard).toContain(`paragraph ${first?.gain}`)
      for (const fact of first?.because.split(' · ') ?? [])
        expect(heard).toContainEqual(expect.stringContaining(fact))
      expect(heard).toContainEqual(expect.stringMatching(new RegExp(`trouble:? ${first?.trouble} of 5`)))
      expect(named('push button')).toContainEqual(expect.stringMatching(startsWith(second?.text ?? 'none')))
      expect(named('push button')).toContain(`All ${report.advice.advice.length}`)
    })

    test('tells every signal, and which are urgent', () => {
      expect(named('heading')).toContain(`${report.signals.length} signals`)
      const buttons = named('push button')
      // Those that do not fit are behind “Show all”.
      const shown = buttons.includes('Show all') ? report.signals.slice(0, 3) : report.signals
      for (const { severity, subject, text } of shown)
        expect(buttons).toContainEqual(
          expect.stringMatching(startsWith(`${subject}${severity === 'alarm' ? ' (urgent)' : ''}: ${text}`))
        )
    })

    test('tells how far to trust it', () => {
      expect(named('push button')).toContainEqual(
        expect.stringMatching(startsWith(report.trust.notes[0] ?? ''))
      )
      const hours = report.trust.questions.reduce((sum, question) => sum + question.hours, 0)
      const asked = named('push button').find((name) => /^\d+ questions? settles? /.test(name))
      expect(number(asked, /settles? ([\d.]+) h/)).toBeCloseTo(hours, 0.5)
    })

    test('tells every day with its hours, and every event with time, category and people', () => {
      const buttons = named('push button')
      for (const { day, booked_hours, overloaded, overloaded_because } of report.metrics.days) {
        const head = buttons.find((name) => name.startsWith(dayOf(day)))
        expect(Math.abs(number(head, /([\d.]+) h booked/) - booked_hours)).toBeLessThan(0.051)
        expect(head?.includes(`overloaded: ${overloaded_because}`), head).toBe(overloaded)
      }
      for (const event of events) {
        const name = buttons.find((name) => name.startsWith(nameOf(event)))
        expect(name, event.summary).toBeDefined()
        expect(name?.includes('not counted'), name).toBe(!event.counted)
        expect(name?.includes('tentative'), name).toBe(event.response === 'tentative')
        if (event.people !== null && event.people > 1) expect(name).toContain(`, ${event.people} people`)
      }
    })

    test('tells all free time', () => {
      const minutes = (sort: string) =>
        named('push button').reduce((sum, name) => {
          const [, hours = 0, rest = 0, what] =
            /^(?:(\d+) h ?)?(?:(\d+) min )?free on .*, (.*)$/.exec(name) ?? []
          return sum + (what === sort ? Number(hours) * 60 + Number(rest) : 0)
        }, 0)
      const open = report.week_mix.categories.reduce((sum, row) => sum + row.open_focus_minutes, 0)
      expect(minutes('open focus')).toBe(open)
      expect(minutes('a fragment')).toBe(report.week_mix.fragment_minutes)
    })

    test('is made of lists, as it looks', () => {
      const lists = named('list')
      expect(lists).toContain('Shares by category')
      for (const { day } of report.metrics.days) expect(lists).toContain(dayOf(day))
    })
  })

  const SCREENS: [name: string, told: RegExp[]][] = [
    ['Week', [/^panel Week grid/]],
    ['Review', [/^image Week \d+: .* to move/]],
    ['Trends', [/^panel Trends by week/, /^push button Table/]],
    ['Meetings', [/^table Series by hours/, /^push button Show as table/]],
    ['People', [/^table How often each 1:1/]],
    ['Plan', [/^image Protected blocks: /, /^push button Show as table/]],
    ['Evidence', [/^check box Show the title: /]],
    ['Questions', [/^image \d+ % of the hours are sure/]],
    ['Rules', [/^heading 2 /]],
    ['Sources', [/^heading 2 Calendars/]],
    ['Settings', [/^push button Working time/]]
  ]
  test.each(SCREENS)(
    '%s: all has a name, headings are in order, what is drawn is said',
    async (name, told) => {
      await app.click('button', new RegExp(`^${name}( \\d+ waiting)?$`))
      const page = await until(read, (page) => {
        const heard = lines(page)
        return told.every((one) => heard.some((line) => one.test(line)))
      })
      const heard = lines(page)
      for (const one of told) expect(heard).toContainEqual(expect.stringMatching(one))
      expect(unnamed(page)).toEqual([])
      expect(jumps(page)).toEqual([])
      // A screen reader says of these what Unicode calls them.
      expect(heard.filter((line) => /[▲△▼◇●█⏎⌫]/.test(line))).toEqual([])
    }
  )
})

const startsWith = (text: string) => new RegExp(`^${text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}`)

const number = (text: string | undefined, pattern: RegExp) => Number(pattern.exec(text ?? '')?.[1])

/** Reads until it is as wanted, as long as a slow machine may take; what was read last. */
async function until(read: () => Promise<Told>, wanted: (page: Told) => boolean): Promise<Told> {
  const end = Date.now() + Number(process.env['WEEKWISE_WAIT'] ?? 10_000)
  for (;;) {
    const page = await read()
    if (wanted(page) || Date.now() > end) return page
  }
}

/** Headings that leave a level out. */
function jumps(page: Told): string[] {
  const headings = all(page).filter(({ role }) => role === 'heading')
  const level = (one: Told | undefined) => Number(one?.attributes['level'] ?? 0)
  return headings.flatMap((one, index) => (level(one) > level(headings[index - 1]) + 1 ? [one.name] : []))
}
