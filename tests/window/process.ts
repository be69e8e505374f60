// Starting the application and what drives it, and ending both.

import type { ChildProcess } from 'node:child_process'
import { createServer, type AddressInfo } from 'node:net'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** Where the application keeps things, and what of the desktop it does without. */
export function surroundings(home: string): Record<string, string> {
  return {
    XDG_DATA_HOME: path.join(home, 'data'),
    XDG_CONFIG_HOME: path.join(home, 'config'),
    XDG_CACHE_HOME: path.join(home, 'cache'),
    WEEKWISE_DATA: path.join(home, 'weekwise'),
    GTK_USE_PORTAL: '0',
    NO_AT_BRIDGE: '1',
    TZ: 'Europe/Berlin'
  }
}

export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

export async function listening(port: number, server: ChildProcess): Promise<void> {
  const failed = new Promise<never>((_, reject) => server.once('error', reject))
  const answers = async () => {
    for (let tries = 0; tries < 100; tries += 1) {
      try {
        const status = await fetch(`http://127.0.0.1:${port}/status`)
        if (status.ok) return
      } catch {
        await sleep(50)
      }
    }
    throw new Error('WebKitWebDriver does not answer')
  }
  await Promise.race([answers(), failed])
}

export async function within<T>(limit: number, complaint: string, work: PromiseLike<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${complaint} within ${limit / 1000} s`)), limit)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

export function end(server: ChildProcess): void {
  if (server.pid === undefined) return
  try {
    process.kill(-server.pid, 'SIGKILL')
  } catch {
    // It has gone already.
  }
}
