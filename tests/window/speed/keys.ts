// What one waits for after a key, and how much memory that takes: over the demo and over ten years.

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { afterAll, beforeAll, test } from 'vitest'

import { App, Key } from '../app.ts'
import { file } from '../calendars.ts'
import { saidAt } from '../reported.ts'
import { tenYears } from '../years.ts'
import { pressed } from './pressed.ts'
import { middle, Told } from './told.ts'

const told = new Told()
let home = ''

beforeAll(() => {
  home = mkdtempSync(path.join(tmpdir(), 'weekwise-speed-'))
  saidAt(home, 'import', file('years.ics', tenYears()))
})
afterAll(() => {
  rmSync(home, { recursive: true, force: true })
  told.print()
})

const SCREENS: [name: string, letter: string][] = [
  ['Trends', 't'],
  ['Meetings', 'm'],
  ['People', 'o'],
  ['Evidence', 'e'],
  ['Plan', 'p']
]

test('ten years', async () => {
  const app = await App.openAt(home)
  try {
    await app.resize(1440, 900)
    await app.sees(/Week \d+/)
    await rest(3000)
    for (const [name, letter] of SCREENS) {
      const shown = await pressed(app, ['g', letter])
      told.tell(`${name} of ten years, shown first: first change`, shown.first, 'ms', 50)
      told.tell(`${name} of ten years, shown first: at rest`, shown.rest, 'ms', 150)
    }
    await app.press('g', 'w')
    await weeks(app, 'ten years')
    told.tell('memory of all processes, ten years', memory(app.driven()) / 1e6, 'MB', 300)
  } finally {
    await app.leave()
  }
})

test('the demo, and a review of its week', async () => {
  const app = await App.open()
  try {
    await app.resize(1440, 900)
    await app.click('button', 'Open the demo calendar')
    await app.sees(/Week \d+/)
    await rest(2000)
    await weeks(app, 'the demo')
    await app.press('t')
    await app.press('g', 'v')
    await app.sees(/step 1 of/)
    await rest(1500)
    const steps: number[] = []
    for (const [nth, key] of [Key.ENTER, Key.ENTER, 's', Key.ENTER, Key.ENTER, Key.ENTER].entries()) {
      const { watched } = await pressed(app, [key], '[aria-current="step"]')
      steps.push(watched)
      told.tell(`step ${nth + 2} of a review`, watched, 'ms', 50)
    }
    told.tell('a step of a review, the middle of six', middle(steps), 'ms', 50)
  } finally {
    await app.close()
  }
})

/** Turning the week, five times back. */
async function weeks(app: App, of: string): Promise<void> {
  await rest(1500)
  const turns = []
  for (let turn = 0; turn < 5; turn += 1) turns.push(await pressed(app, ['k']))
  const first = turns.map((turn) => turn.first)
  const still = turns.map((turn) => turn.rest)
  told.tell(`the week before, ${of}: first change`, middle(first), 'ms', 50)
  told.tell(`the week before, ${of}: at rest`, middle(still), 'ms', 150)
}

/** Bytes that a process and all below it hold, what they share divided among those that share it. */
function memory(pid: number): number {
  const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')
  const own = Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1] ?? 0) * 1024
  return own + children(pid).reduce((sum, child) => sum + memory(child), 0)
}

function children(pid: number): number[] {
  const of = (task: string) => readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8')
  return readdirSync(`/proc/${pid}/task`).flatMap((task) => of(task).split(' ').filter(Boolean).map(Number))
}

function rest(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
