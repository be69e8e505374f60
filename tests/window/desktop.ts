// What is outside the page: the file dialog GTK shows, worked with xdotool.

import { execFile } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'

const run = promisify(execFile)

async function xdotool(...args: string[]): Promise<string> {
  const { stdout } = await run('xdotool', args, { timeout: 10_000 })
  return stdout.trim()
}

/** The windows with this title. */
export async function dialogs(title: string): Promise<string[]> {
  const found = await xdotool('search', '--onlyvisible', '--name', `^${title}$`).catch(() => '')
  return found.split('\n').filter(Boolean)
}

/** Waits for the file dialog, enters a path and confirms, or cancels. */
export async function chooseInDialog(title: string, file: string | null): Promise<void> {
  const dialog = await until(async () => (await dialogs(title))[0], `no dialog “${title}”`)
  // It is on the screen before it listens.
  await sleep(500)
  // There is no window manager that would do it.
  await xdotool('windowfocus', '--sync', dialog)
  if (file === null) {
    await xdotool('key', 'Escape')
  } else {
    // The dialog's own field for a path.
    await xdotool('key', 'ctrl+l')
    await sleep(300)
    await xdotool('type', '--delay', '15', file)
    await sleep(500)
    await xdotool('key', 'Return')
  }
  await until(async () => (await dialogs(title)).length === 0 || undefined, 'the dialog stays open')
}

/** Waits for a question of the system, and answers it with a key. */
export async function answerQuestion(title: string, key: 'Return' | 'Escape'): Promise<void> {
  const question = await until(async () => (await dialogs(title))[0], `no question “${title}”`)
  await sleep(500)
  await xdotool('windowfocus', '--sync', question)
  await xdotool('key', key)
  await until(async () => (await dialogs(title)).length === 0 || undefined, 'the question stays open')
}

async function until<T>(ask: () => Promise<T | undefined>, complaint: string): Promise<T> {
  for (let tries = 0; tries < 100; tries += 1) {
    const answer = await ask()
    if (answer !== undefined) return answer
    await sleep(100)
  }
  throw new Error(complaint)
}
