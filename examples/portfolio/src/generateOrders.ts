import { addCalendarDays, calendarDaysBetween } from '@clientele/core'
import { stringify } from 'csv-stringify/sync'
import { inventName } from './inventName.js'
import { between, type Draw, type Span, seedDraw } from './seedDraw.js'
import { yuan } from './yuan.js'

/** A row as it is to be written. */
type Row = readonly string[]

/** How a kind of customer buys; each pair is a least and a most. */
interface Habit {
  readonly customers: number
  /** Days between orders. */
  readonly gap: Span
  /** Days from the first day of the book to the first order. */
  readonly start: Span
  /** Days from the last order to the last day of the book, at the least. */
  readonly silence: Span
  /** How often the usual size of an order doubles. */
  readonly doublings: Span
}

const SEED = 20_260_930
const FIRST_DAY = '2024-10-01'
const LAST_DAY = '2026-09-30'
const DAYS = calendarDaysBetween(FIRST_DAY, LAST_DAY)

const habits: readonly Habit[] = [
  { customers: 12, gap: [9, 22], start: [0, 60], silence: [0, 0], doublings: [2, 7] },
  { customers: 95, gap: [25, 80], start: [0, 240], silence: [0, 0], doublings: [0, 6] },
  { customers: 92, gap: [70, 260], start: [0, 400], silence: [0, 0], doublings: [0, 5] },
  { customers: 66, gap: [30, 120], start: [0, 150], silence: [150, 520], doublings: [0, 5] },
  { customers: 34, gap: [14, 60], start: [DAYS - 90, DAYS - 2], silence: [0, 0], doublings: [0, 4] },
]

/** Rows that a real book would hold too: each shows what becomes of it in the report. */
const flaws: readonly Row[] = [
  [inventName(0), '2026-02-30', '1880.00'],
  [inventName(7), '2026-03-12', 'n/a'],
  ['', '2026-04-17', '640.50'],
  [inventName(14), '2026-05-20', '1280.125'],
  [inventName(21), '2026-06-03', '1,250.00'],
  [inventName(28), '2026-07-09'],
  [inventName(35), '2026-10-08', '2999.90'],
]

/** Writes a book of orders that nobody placed: the same text at every call. */
export function generateOrders(): string {
  const draw = seedDraw(SEED)
  let number = 0
  const rows = habits.flatMap((habit) => Array.from({ length: habit.customers }, () => inventCustomer(inventName(number++), habit, draw)).flat())
  rows.push([inventName(number), '2026-01-15', '-356.80'], [inventName(2).toLowerCase(), '2026-08-05', '990.00'])
  rows.sort((a, b) => ((a[1] as string) < (b[1] as string) ? -1 : a[1] === b[1] ? 0 : 1))
  const repeated = rows[400] as Row
  const step = Math.floor(rows.length / (flaws.length + 1))
  const book = [...rows.slice(0, 401), repeated, ...rows.slice(401)]
  flaws.forEach((flaw, index) => book.splice((index + 1) * step, 0, flaw))
  return stringify([['customer_id', 'order_date', 'revenue'], ...book])
}

function inventCustomer(name: string, { gap, start, silence, doublings }: Habit, draw: Draw): Row[] {
  const rows: Row[] = []
  const pace = between(gap, draw)
  const usual = inventSize(doublings, draw)
  const last = DAYS - between(silence, draw)
  for (let day = between(start, draw); day <= last; day += Math.max(1, Math.floor((pace * (60 + draw(80))) / 100))) {
    const amount = Math.floor((usual * (40 + draw(160))) / 100)
    rows.push([name, addCalendarDays(FIRST_DAY, day), yuan(amount)])
    const returned = day + 3 + draw(18)
    if (draw(40) === 0 && returned <= DAYS)
      rows.push([name, addCalendarDays(FIRST_DAY, returned), `-${yuan(Math.floor((amount * (10 + draw(91))) / 100))}`])
  }
  return rows
}

/** The usual size of an order in fen: doubled again with even chance, up to a most, so that few customers bring in most. */
function inventSize([least, most]: Span, draw: Draw): number {
  let doublings = least
  while (doublings < most && draw(2) === 0) doublings += 1
  return (30_000 + draw(120_000)) * 2 ** doublings
}
