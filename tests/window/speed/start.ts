// What one waits for at start, measured in the real window from the moment the program is started (`cargo xtask speed`).

import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { afterAll, beforeAll, test } from 'vitest'

import { App } from '../app.ts'
import { file } from '../calendars.ts'
import { saidAt } from '../reported.ts'
import { tenYears } from '../years.ts'
import { middle, Told } from './told.ts'

/** How often each is measured; what is told is the middle. */
const TIMES = Number(process.env['WEEKWISE_TIMES'] ?? 5)

/** What is measured is over by then, in milliseconds. */
const QUIET = 3000

type Mark = 'frame' | 'week' | 'reading'

const told = new Told()
let home = ''
let years = ''

beforeAll(() => {
  home = mkdtempSync(path.join(tmpdir(), 'weekwise-speed-'))
  years = file('years.ics', tenYears())
})
afterAll(() => {
  rmSync(home, { recursive: true, force: true })
  told.print()
})

test('a week of ten years, when the library was shown before', async () => {
  saidAt(home, 'import', years)
  const first = await started(['week'])
  const measured = await several(() => started(['frame', 'week']))
  told.tell('frame painted', of(measured, 'frame'), 'ms', 500)
  told.tell('week of ten years painted', of(measured, 'week'), 'ms', 700)
  told.tell('the same, never shown before', first.week ?? NaN, 'ms')
})

test('a large file that is given at start', async () => {
  const megabytes = (statSync(years).size / 1e6).toFixed(0)
  const measured = await several(async () => {
    const empty = mkdtempSync(path.join(tmpdir(), 'weekwise-speed-'))
    try {
      return await started(['frame', 'reading'], empty, years)
    } finally {
      rmSync(empty, { recursive: true, force: true })
    }
  })
  told.tell(`progress of a file of ${megabytes} MB painted`, of(measured, 'reading'), 'ms', 500)
})

/** Starts the program, and says after how many milliseconds something was painted. */
async function started(marks: Mark[], at = home, ...args: string[]): Promise<Record<Mark, number>> {
  const app = await App.openAt(at, ...args)
  try {
    const found = {} as Record<Mark, number>
    const begun = startOf(app.driven())
    // Asking a page takes its time away from painting: its marks are read when all is over.
    await new Promise((resolve) => setTimeout(resolve, QUIET))
    for (const mark of marks) {
      // The page holds nothing before the frame: its first paint with anything on it is the frame's.
      const script = `const name = arguments[0] === 'frame' ? 'first-contentful-paint' : 'weekwise ' + arguments[0]
        const [mark] = performance.getEntriesByName(name)
        return mark ? performance.timeOrigin + mark.startTime : null`
      const painted = () => app.driver.executeScript<number | null>(script, mark)
      found[mark] = (await app.driver.wait(painted, 60_000))! - begun
    }
    return found
  } finally {
    await app.leave()
  }
}

async function several<T>(measure: () => Promise<T>): Promise<T[]> {
  const measured: T[] = []
  for (let time = 0; time < TIMES; time += 1) measured.push(await measure())
  return measured
}

/** The middle of one mark. */
function of(measured: Record<Mark, number>[], mark: Mark): number {
  return middle(measured.map((it) => it[mark]))
}

/** When a process began, in milliseconds of the clock pages know; Linux counts in hundredths of a second. */
function startOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const ticks = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19])
  const uptime = Number(readFileSync('/proc/uptime', 'utf8').split(' ')[0])
  return Date.now() - uptime * 1000 + ticks * 10
}
