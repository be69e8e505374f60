import { readFileSync } from 'node:fs'

interface Block {
  start: string
  end: string
  minutes: number
  category: string
  origin: string
}

const { blocks } = JSON.parse(
  readFileSync(new URL('../fixtures/plan/no_changes.json', import.meta.url), 'utf8')
) as { blocks: Block[] }

/** What the plan of the fixtures puts there: whatever it plans next time, the tests take it from here. */
export const NEW = blocks.filter(({ origin }) => origin === 'new')

/** Its blocks of deep work in the week that is shown first, the longest first. */
const DEEP = NEW.filter(({ category }) => category === 'deep_work').toSorted((a, b) => b.minutes - a.minutes)

const found = (block: Block | undefined): Block => {
  if (!block) throw new Error('the plan of the fixtures has too few blocks of deep work')
  return block
}
/** As short as a block may be where nobody says otherwise, in minutes. */
export const SHORTEST = 90
/** The longest one, and another. */
export const LONG = found(DEEP[0])
export const OTHER = found(DEEP.find((block) => block.start.slice(0, 10) !== LONG.start.slice(0, 10)))

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** `Tuesday 17 Nov`. */
export function dayOf({ start }: Block): string {
  const day = new Date(`${start.slice(0, 10)}T00:00:00Z`)
  return `${WEEKDAYS[day.getUTCDay()]} ${day.getUTCDate()} ${MONTHS[day.getUTCMonth()]}`
}

/** `Tuesday 17 Nov, 15:00 to 16:30`, from its start and its end so many minutes later. */
export function timeOf(block: Block, { start = 0, end = 0 } = {}): string {
  return `${dayOf(block)}, ${clock(block.start, start)} to ${clock(block.end, end)}`
}

function clock(instant: string, later: number): string {
  const [hour = 0, minute = 0] = instant.slice(11, 16).split(':').map(Number)
  const at = hour * 60 + minute + later
  return `${Math.floor(at / 60)}:${String(at % 60).padStart(2, '0')}`
}
