// What a screen reader is told of the real window: its accessibility tree, asked for on a bus of its own (AT-SPI),
// as Orca asks, and not through WebDriver, which computes names itself.

import { execFile, execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'

import { end, within } from './process.ts'

const run = promisify(execFile)

/** The system's own, which has the system's libraries; another one on the path has not. */
const PYTHON = '/usr/bin/python3'
const SERVICE = '/usr/share/dbus-1/services/org.a11y.Bus.service'
const WAIT = Number(process.env['WEEKWISE_WAIT'] ?? 10_000)

/** One thing a screen reader can stand on. */
export interface Told {
  role: string
  name: string
  description: string
  attributes: Record<string, string>
  states: string[]
  text: string | null
  value: number | null
  children: Told[]
}

/** Why nothing can be read aloud on this machine; nothing where it can. */
export function missing(): string | null {
  if (!existsSync(SERVICE)) return 'at-spi2-core is not installed'
  try {
    execFileSync(PYTHON, ['-c', 'import gi; gi.require_version("Atspi", "2.0")'], { stdio: 'ignore' })
    return null
  } catch {
    return 'python3-gi or gir1.2-atspi-2.0 is not installed'
  }
}

export class Reader {
  /** For the application that is to be read. */
  readonly surroundings: Record<string, string | undefined>
  private readonly bus: ChildProcess

  private constructor(bus: ChildProcess, surroundings: Record<string, string | undefined>) {
    this.bus = bus
    this.surroundings = surroundings
  }

  /** Starts a desktop of its own, as far as a screen reader needs one. */
  static async start(): Promise<Reader> {
    const bus = spawn('dbus-daemon', ['--session', '--nofork', '--print-address=1'], {
      detached: true,
      stdio: ['ignore', 'pipe', 'ignore'],
      // Nothing of this desktop is to be remembered.
      env: { ...process.env, GSETTINGS_BACKEND: 'memory' }
    })
    try {
      const session = await within(WAIT, 'the bus did not start', firstLine(bus))
      const asked = ['--session', '--print-reply=literal', '--dest=org.a11y.Bus']
      const { stdout } = await run('dbus-send', [...asked, '/org/a11y/bus', 'org.a11y.Bus.GetAddress'], {
        env: { ...process.env, DBUS_SESSION_BUS_ADDRESS: session }
      })
      return new Reader(bus, {
        DBUS_SESSION_BUS_ADDRESS: session,
        AT_SPI_BUS_ADDRESS: stdout.trim(),
        NO_AT_BRIDGE: undefined
      })
    } catch (error) {
      end(bus)
      throw error
    }
  }

  /** The page in the window of this process, once there is something in it. */
  async page(process: number): Promise<Told> {
    const asked = Date.now()
    for (;;) {
      const tree = await this.tree(process)
      const page =
        tree && all(tree).find(({ role, children }) => role === 'document web' && children.length > 0)
      if (page) return page
      if (Date.now() - asked > WAIT)
        throw new Error(`There is no page in what is told: ${tree ? lines(tree).join('\n') : 'nothing'}`)
      await sleep(100)
    }
  }

  private async tree(application: number): Promise<Told | null> {
    const script = path.join(import.meta.dirname, 'told.py')
    const { stdout } = await run(PYTHON, [script, String(application)], {
      env: { ...process.env, ...this.surroundings },
      maxBuffer: 64 * 1024 * 1024
    })
    return JSON.parse(stdout) as Told | null
  }

  close(): void {
    end(this.bus)
  }
}

async function firstLine(child: ChildProcess): Promise<string> {
  let said = ''
  for await (const piece of child.stdout ?? []) {
    said += String(piece)
    if (said.includes('\n')) break
  }
  return said.split('\n')[0] ?? ''
}

/** It and everything below it, in the order in which it is read. */
export function all(told: Told): Told[] {
  return [told, ...told.children.flatMap(all)]
}

/** The page as plain text, a line for each thing that says something: `heading 1 Week 49 · 30 Nov–6 Dec 2026`. */
export function lines(page: Told): string[] {
  return all(page).flatMap((one) => {
    const level = one.attributes['level']
    const said = [one.name || own(one), one.value === null ? '' : String(one.value), one.description]
    const line = plain([one.role, ...(level ? [level] : []), ...said].join(' '))
    return line === one.role ? [] : [line]
  })
}

/** What has to have a name, for whoever hears it only. */
const NAMED = [
  'push button',
  'toggle button',
  'check box',
  'radio button',
  'combo box',
  'entry',
  'spin button',
  'slider',
  'link',
  'image',
  'canvas',
  'table',
  'dialog',
  'heading',
  'menu item',
  'progress bar',
  'landmark'
]

/** What has none: its role, and what stands around it. */
export function unnamed(told: Told, around = 'the page'): string[] {
  // A paper that is looked at is a document of its own.
  if (told.role === 'document frame') return []
  // There is one `main`: it needs none.
  const needs = NAMED.includes(told.role) && told.attributes['xml-roles'] !== 'main'
  const here = needs && plain(told.name) === '' ? [`${told.role} in ${around}`] : []
  const name = plain(told.name) === '' ? around : `${told.role} ${plain(told.name)}`
  return [...here, ...told.children.flatMap((child) => unnamed(child, name))]
}

/** Its text without what stands below it. */
function own({ text }: Told): string {
  return (text ?? '').replaceAll('\ufffc', ' ').trim()
}

/** A text with plain blanks, one at a time. */
export const plain = (text: string) => text.replaceAll(/\s+/g, ' ').trim()
