// The real application in a real window, driven over WebDriver.
//
// WebKitWebDriver starts the application itself: the one it is told of in `webkitgtk:browserOptions`. Everything a
// test opens lives in a temporary home, so that no test sees what another left behind.

import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { existsSync, readlinkSync, realpathSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { By, Capabilities, Key, WebDriver, type WebElement } from 'selenium-webdriver'
import { Executor, HttpClient } from 'selenium-webdriver/http/index.js'

import { end, freePort, listening, surroundings, within } from './process.ts'

const root = path.resolve(import.meta.dirname, '../..')

/** The binary under test. */
export const application =
  process.env['WEEKWISE_APPLICATION'] ??
  path.join(process.env['CARGO_TARGET_DIR'] ?? path.join(root, 'target'), 'debug/weekwise')

const SESSION_LIMIT = 30_000
/** A busy machine may need longer: `WEEKWISE_WAIT`, in milliseconds. */
const WAIT = Number(process.env['WEEKWISE_WAIT'] ?? 10_000)

export class App {
  readonly driver: WebDriver
  private readonly server: ChildProcess
  /** What it remembers lies in here. */
  readonly home: string

  private constructor(driver: WebDriver, server: ChildProcess, home: string) {
    this.driver = driver
    this.server = server
    this.home = home
  }

  /** Starts the application, with arguments as on the command line. */
  static async open(...args: string[]): Promise<App> {
    if (!existsSync(application)) throw new Error(`${application} does not exist: cargo build --workspace`)
    return App.start(await mkdtemp(path.join(tmpdir(), 'weekwise-window-')), args)
  }

  /** Starts it on another desktop, which says so in these variables. */
  static async openOn(around: Record<string, string | undefined>, ...args: string[]): Promise<App> {
    return App.start(await mkdtemp(path.join(tmpdir(), 'weekwise-window-')), args, around)
  }

  /** Starts it where it was before, and may have remembered something. */
  static async openAt(home: string, ...args: string[]): Promise<App> {
    return App.start(home, args)
  }

  /** The process of the application itself. */
  driven(): number {
    const parent = String(this.server.pid)
    const children = execFileSync('pgrep', ['-P', parent], { encoding: 'utf8' }).trim().split('\n')
    const its = (pid: string) => readlinkSync(`/proc/${pid}/exe`)
    const found = children.find((pid) => its(pid) === realpathSync(application))
    if (found === undefined) throw new Error('the application is not running')
    return Number(found)
  }

  /** Closes the window as the user does. What it remembers stays. */
  async leave(): Promise<void> {
    await this.end()
  }

  /** Ends the application and starts it again, as on the next day. */
  async reopen(...args: string[]): Promise<App> {
    await this.end()
    return App.start(this.home, args)
  }

  private static async start(home: string, args: string[], around = {}): Promise<App> {
    const port = await freePort()
    const server = spawn('WebKitWebDriver', [`--port=${port}`], {
      // A process group of its own: the application is the driver's child and has to go with it.
      detached: true,
      stdio: 'ignore',
      env: {
        ...process.env,
        TAURI_AUTOMATION: 'true',
        TAURI_WEBVIEW_AUTOMATION: 'true',
        ...surroundings(home),
        ...around
      }
    })
    try {
      await listening(port, server)
      const capabilities = new Capabilities({
        'webkitgtk:browserOptions': { binary: application, args }
      })
      const executor = new Executor(new HttpClient(`http://127.0.0.1:${port}`))
      const driver = WebDriver.createSession(executor, capabilities)
      // Without a display the driver never answers.
      await within(SESSION_LIMIT, 'the window did not open', driver.getSession())
      return new App(driver, server, home)
    } catch (error) {
      end(server)
      await rm(home, { recursive: true, force: true })
      throw error
    }
  }

  async close(): Promise<void> {
    await this.end()
    await rm(this.home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  }

  private async end(): Promise<void> {
    await within(5_000, 'the session did not end', this.driver.quit()).catch(() => {})
    end(this.server)
  }

  /** Starts the application a second time beside the open window, and waits until it has ended. */
  async startAgain(...args: string[]): Promise<void> {
    const second = spawn(application, args, {
      stdio: 'ignore',
      env: { ...process.env, ...surroundings(this.home) }
    })
    const ended = new Promise<void>((resolve) => second.once('exit', () => resolve()))
    await within(WAIT, 'the second start did not end', ended).catch((error: unknown) => {
      second.kill('SIGKILL')
      throw error
    })
  }

  /** Everything that can be read in the window. */
  async text(): Promise<string> {
    return this.driver.executeScript<string>('return document.body.innerText')
  }

  /** Waits until a text can be read in the window. */
  async sees(wanted: string | RegExp): Promise<void> {
    const pattern = typeof wanted === 'string' ? new RegExp(escaped(wanted)) : wanted
    let last = ''
    const found = async () => {
      last = (await this.text()).replaceAll(/\s+/g, ' ')
      return pattern.test(last)
    }
    await this.driver.wait(found, WAIT).catch(() => {
      throw new Error(`${pattern} is not in the window, which says: ${last.slice(0, 2000)}`)
    })
  }

  /** Waits for an element of a role with an accessible name, as a screen reader would find it. */
  async find(role: Role, name: string | RegExp): Promise<WebElement> {
    const pattern = typeof name === 'string' ? new RegExp(`^${escaped(name)}`) : name
    let names: string[] = []
    const found = async () => {
      names = []
      for (const element of await this.driver.findElements(By.css(SELECTORS[role]))) {
        try {
          // WebKit gives options no name.
          const its = ((await element.getAccessibleName()) || (await element.getText())).trim()
          if (pattern.test(its) && (await element.isDisplayed())) return element
          names.push(its)
        } catch {
          // It went away between being found and being asked.
        }
      }
      return null
    }
    const element = await this.driver.wait(found, WAIT).catch(() => null)
    if (!element) throw new Error(`No ${role} called ${pattern}; there are: ${names.join(' | ')}`)
    return element
  }

  async click(role: Role, name: string | RegExp): Promise<void> {
    await (await this.find(role, name)).click()
  }

  /** Presses keys where the focus is. */
  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.driver.actions().sendKeys(key).perform()
  }

  /** Presses the last of these keys while the others are held. */
  async hold(...keys: string[]): Promise<void> {
    const held = keys.slice(0, -1)
    const actions = this.driver.actions()
    for (const key of held) actions.keyDown(key)
    actions.sendKeys(keys.at(-1) ?? '')
    for (const key of held.reverse()) actions.keyUp(key)
    await actions.perform()
  }

  /** Chooses how the window looks, as its settings keep it, and starts the page again. */
  async prefer(theme: 'light' | 'dark' | 'system'): Promise<void> {
    await this.driver.executeScript('localStorage.setItem("weekwise.theme", arguments[0])', theme)
    await this.driver.navigate().refresh()
  }

  /** Makes the page so many pixels wide and high. */
  async resize(width: number, height: number): Promise<void> {
    const window = this.driver.manage().window()
    await window.setRect({ x: 0, y: 0, width, height })
    const inner = 'return [innerWidth, innerHeight]'
    let size: number[] = []
    const fits = async () => {
      size = await this.driver.executeScript<number[]>(inner)
      return size[0] === width && size[1] === height
    }
    await this.driver.wait(fits, WAIT).catch(() => {
      throw new Error(`The page is ${size.join(' × ')}, not ${width} × ${height}`)
    })
  }

  /** Waits until fonts are there and nothing moves. */
  async settled(): Promise<void> {
    await this.driver.executeAsyncScript(`
      const done = arguments[0];
      const still = () => Promise.all(document.getAnimations().map((a) => a.finished));
      document.fonts.ready.then(still).then(() => requestAnimationFrame(() => requestAnimationFrame(() => done())));
    `)
  }
}

export { Key }

export type Role = 'button' | 'dialog' | 'heading' | 'option'

const SELECTORS: Record<Role, string> = {
  button: 'button, [role="button"]',
  dialog: 'dialog, [role="dialog"]',
  heading: 'h1, h2, h3, [role="heading"]',
  option: 'option, [role="option"]'
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
}
