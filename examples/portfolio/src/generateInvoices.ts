import { addCalendarDays, calendarDaysBetween, isCalendarDate } from '@clientele/core'
import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { generateOrders } from './generateOrders.js'
import { inventName } from './inventName.js'
import { between, type Draw, type Span, seedDraw } from './seedDraw.js'
import { yuan } from './yuan.js'

/** How a kind of customer pays. */
interface Habit {
  /** How many customers of a hundred have it. */
  readonly customers: number
  /** Days from an invoice to its due date. */
  readonly term: number
  /** Days from the due date to the payment. */
  readonly delay: Span
  /** Of how many invoices one is never paid. */
  readonly onePaidNeverOf: number
}

const SEED = 20_260_931
const FIRST_DAY = '2025-10-01'
const LAST_DAY = '2026-09-30'

const habits: readonly Habit[] = [
  { customers: 45, term: 30, delay: [-25, 0], onePaidNeverOf: 400 },
  { customers: 30, term: 30, delay: [-10, 12], onePaidNeverOf: 120 },
  { customers: 17, term: 45, delay: [-5, 45], onePaidNeverOf: 60 },
  { customers: 8, term: 60, delay: [10, 130], onePaidNeverOf: 12 },
]

/** Of how many invoices one is disputed, of which every other is never paid, and of how many one is paid in part. */
const ONE_DISPUTED_OF = 35
const ONE_PART_PAID_OF = 30

const HEADER = ['customer_id', 'invoice', 'invoice_date', 'due_date', 'amount', 'disputed', 'paid_on', 'paid', 'letter_level', 'letter_sent_on']

/** Rows that a real book would hold too: each shows what becomes of it in the report. */
const flaws: readonly (readonly string[])[] = [
  [inventName(1), 'X-1', '2026-02-30', '2026-03-31', '1880.00', 'no', '', ''],
  [inventName(6), 'X-2', '2026-03-12', '', '420.00', 'no', '', ''],
  ['', 'X-3', '2026-04-17', '2026-05-17', '640.50', 'no', '', ''],
  [inventName(11), 'X-4', '2026-05-20', '2026-06-19', '1280.00', 'perhaps', '', ''],
  [inventName(16), 'F25-00100', '2026-06-03', '2026-07-03', '99.00', 'no', '', ''],
  [inventName(21), 'X-6', '2026-07-09', '2026-08-08', '500.00', 'no', '2026-08-01', '5000.00'],
  [inventName(26), 'X-7', '2026-10-08', '2026-11-07', '2999.90', 'no', '', ''],
]

/** Writes invoices for the purchases of the last year of the generated orders, which nobody placed: the same text at every call. */
export function generateInvoices(): string {
  const draw = seedDraw(SEED)
  const ways = new Map<string, Habit>()
  const orders = parse<Record<string, string>>(generateOrders(), { columns: true, relax_column_count: true })
  const invoices = orders.flatMap(({ customer_id: customer = '', order_date: date = '', revenue = '' }) => {
    if (customer === '' || !isCalendarDate(date) || !/^\d+\.\d\d$/.test(revenue) || date < FIRST_DAY || date > LAST_DAY) return []
    const habit = ways.get(customer) ?? chooseHabit(draw)
    ways.set(customer, habit)
    return [{ customer, date, fen: Math.round(Number(revenue) * 100), habit }]
  })
  const rows = invoices.map(({ customer, date, fen, habit }, index) => [
    customer,
    `F${date.slice(2, 4)}-${String(index + 1).padStart(5, '0')}`,
    ...inventInvoice({ date, fen, habit }, draw),
  ])
  rows.push([inventName(2), 'C26-00001', '2026-09-10', '2026-09-10', '-1250.00', 'no', '', '', '', ''])
  rows.sort((a, b) => ((a[2] as string) < (b[2] as string) ? -1 : a[2] === b[2] ? 0 : 1))
  const step = Math.floor(rows.length / (flaws.length + 1))
  flaws.forEach((flaw, index) => rows.splice((index + 1) * step, 0, [...flaw, '', '']))
  return stringify([HEADER, ...rows])
}

function chooseHabit(draw: Draw): Habit {
  const place = draw(100)
  let before = 0
  return habits.find(({ customers }) => {
    before += customers
    return place < before
  }) as Habit
}

/** Date, due date, amount, dispute, payment's date and part, last letter's level and date of an invoice. */
function inventInvoice({ date, fen, habit }: { date: string; fen: number; habit: Habit }, draw: Draw): string[] {
  const due = addCalendarDays(date, habit.term)
  const paidOn = addCalendarDays(due, between(habit.delay, draw))
  const isDisputed = draw(ONE_DISPUTED_OF) === 0
  const isPaid = draw(isDisputed ? 2 : habit.onePaidNeverOf) > 0 && paidOn <= LAST_DAY
  const isPartPaid = draw(ONE_PART_PAID_OF) === 0
  const part = Math.floor((fen * (20 + draw(60))) / 100)
  return [date, due, yuan(fen), isDisputed ? 'yes' : 'no', isPaid ? paidOn : '', isPaid && isPartPaid ? yuan(part) : '', ...lastLetter(due, isPaid)]
}

/** The level and the day of the last letter: the first went out 10 days after the due date, the second 25 days later. */
function lastLetter(due: string, isPaid: boolean): string[] {
  const overdue = calendarDaysBetween(due, LAST_DAY)
  if (isPaid || overdue < 15) return ['', '']
  return overdue < 60 ? ['1', addCalendarDays(due, 10)] : ['2', addCalendarDays(due, 35)]
}
