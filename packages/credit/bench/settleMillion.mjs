// A million invoices under 2/15, 1/20, N/30 with 0 to 2 payments each: settled as columns and one by one, against date-fns and decimal.js
// written plainly and against a bare float64 loop, which is not exact.
import { compileTerms, parseTerms, settleInvoice } from '@clientele/credit'
import { addDays, isAfter, parseISO } from 'date-fns'
import { Decimal } from 'decimal.js'
import { sideBySide } from '../../core/bench/sideBySide.mjs'

const INVOICES = 1_000_000
const PLAIN = 100_000
const EXPLAINED = 20_000
const FIRST_DAY = 19_358
const DAYS = 700
const AS_OF = 20_000
const CURRENCY = 'CNY'
const terms = parseTerms('2/15, 1/20, N/30')
const compiled = compileTerms(terms)
const isoDate = (day) => new Date(day * 86_400_000).toISOString().slice(0, 10)
const isoDates = Array.from({ length: DAYS + 100 }, (_, index) => isoDate(FIRST_DAY + index))
const isoOf = (day) => isoDates[day - FIRST_DAY]
const asOf = isoDate(AS_OF)
const options = { asOf, currency: CURRENCY }

/** A reproducible number from 0 up to `bound`. */
const pick = (row, salt, bound) => ((Math.imul(row + 1, 2_654_435_761) ^ Math.imul(salt, 40_503)) >>> 3) % bound

// No objects yet: while there are millions, making large arrays has the collector walk through them all.
/** Rows as columns: of which invoice, on which day, how many cents. */
const table = (length) => ({ invoice: new Int32Array(length), day: new Int32Array(length), cents: new Float64Array(length), length: 0 })

function add(list, invoice, day, cents) {
  list.invoice[list.length] = invoice
  list.day[list.length] = day
  list.cents[list.length++] = cents
}

/** Payments of the discounted price, of the whole price and of halves of either, in and after the windows. */
function addPayments(list, invoice, day, cents) {
  const count = pick(invoice, 1, 3)
  const price = [Math.round(cents * 0.98), Math.round(cents * 0.99), cents][pick(invoice, 2, 3)]
  const first = count === 2 ? Math.floor(price / 2) : price
  const paid = day + pick(invoice, 3, 40)
  if (count > 0) add(list, invoice, paid, first)
  if (count > 1) add(list, invoice, paid + pick(invoice, 4, 5), price - first)
}

const invoices = table(INVOICES)
const paid = table(2 * INVOICES)
for (let row = 0; row < INVOICES; row++) {
  add(invoices, row, FIRST_DAY + pick(row, 5, DAYS), 1000 + pick(row, 6, 5_000_000))
  addPayments(paid, row, invoices.day[row], invoices.cents[row])
}

/** The columns as a database hands them over (days and cents), or as JSON does (ISO dates, and numbers or texts). */
const daysAndCents = ({ day, cents, length }) => ({ date: day.slice(0, length), amount: { values: cents.slice(0, length), digits: 2 } })
const datesOf = ({ day, length }) => Array.from(day.subarray(0, length), isoOf)
const numbers = (list) => ({ date: datesOf(list), amount: Array.from(list.cents.subarray(0, list.length), (cents) => cents / 100) })
const texts = (list) => ({ date: datesOf(list), amount: Array.from(list.cents.subarray(0, list.length), (cents) => (cents / 100).toFixed(2)) })
const columnsOf = (write, list, count = INVOICES) => ({
  invoices: write({ ...invoices, length: count }),
  payments: { invoice: list.invoice.slice(0, list.length), ...write(list) },
})

function sortByDate(list) {
  const sorted = table(list.length)
  const order = Array.from({ length: list.length }, (_, index) => index).sort((a, b) => list.day[a] - list.day[b])
  for (const index of order) add(sorted, list.invoice[index], list.day[index], list.cents[index])
  return sorted
}

/** Invoices with their payments as objects. */
function casesOf(count) {
  const moneyOn = ({ day, cents }, row) => ({ id: String(row), date: isoOf(day[row]), amount: (cents[row] / 100).toFixed(2), currency: CURRENCY })
  const cases = Array.from({ length: count }, (_, row) => ({ invoice: moneyOn(invoices, row), payments: [] }))
  for (let row = 0; row < paid.length; row++) cases[paid.invoice[row]]?.payments.push(moneyOn(paid, row))
  return cases
}

const shares = terms.discounts.map(({ withinDays, percent }) => ({ withinDays, payable: new Decimal(100).minus(percent).div(100) }))

/** What most would write: one invoice, its windows and payments, with date-fns and decimal.js. It knows no refunds, credits or part payments. */
function settlePlainly({ invoice, payments: received }, day) {
  const date = parseISO(invoice.date)
  const amount = new Decimal(invoice.amount)
  const counted = received
    .map((payment) => ({ date: parseISO(payment.date), amount: new Decimal(payment.amount) }))
    .filter((one) => !isAfter(one.date, day))
  const sum = (list) => list.reduce((total, one) => total.plus(one.amount), new Decimal(0))
  let discount = new Decimal(0)
  for (const share of shares) {
    const end = addDays(date, share.withinDays)
    const inTime = sum(counted.filter((one) => !isAfter(one.date, end)))
    const payable = amount.times(share.payable).toDecimalPlaces(2, Decimal.ROUND_HALF_UP)
    if (inTime.gt(0) && inTime.gte(payable)) {
      discount = amount.minus(payable)
      break
    }
  }
  const total = sum(counted)
  const rest = amount.minus(total).minus(discount)
  const open = Decimal.max(rest, 0)
  const overpaid = Decimal.max(rest.neg(), 0)
  const status = open.gt(0) ? (isAfter(day, addDays(date, terms.netDays)) ? 'overdue' : 'open') : overpaid.gt(0) ? 'overpaid' : 'paid'
  return { status, paid: total.toFixed(2), discountTaken: discount.toFixed(2), open: open.toFixed(2), overpaid: overpaid.toFixed(2) }
}

/** The least that any program must do: the same columns in bare floats, with no check and no exactness. */
function floatLoop(days, amounts, starts, paidDays, paidAmounts) {
  const open = new Float64Array(INVOICES)
  const discountTaken = new Float64Array(INVOICES)
  const due = new Float64Array(INVOICES)
  const paidOf = new Float64Array(INVOICES)
  const overpaid = new Float64Array(INVOICES)
  const credited = new Float64Array(INVOICES)
  const status = new Uint8Array(INVOICES)
  for (let row = 0; row < INVOICES; row++) {
    let total = 0
    let first = 0
    let second = 0
    for (let place = starts[row]; place < starts[row + 1]; place++) {
      if (paidDays[place] > AS_OF) continue
      total += paidAmounts[place]
      if (paidDays[place] <= days[row] + 15) first += paidAmounts[place]
      if (paidDays[place] <= days[row] + 20) second += paidAmounts[place]
    }
    const amount = amounts[row]
    const least = Math.round(amount * 0.98)
    const less = Math.round(amount * 0.99)
    const discount = first > 0 && first >= least ? amount - least : second > 0 && second >= less ? amount - less : 0
    const rest = amount - total - discount
    due[row] = days[row] + 30
    paidOf[row] = total
    discountTaken[row] = discount
    open[row] = Math.max(rest, 0)
    overpaid[row] = rest < 0 ? -rest : 0
    status[row] = rest > 0 ? (due[row] < AS_OF ? 1 : 0) : rest < 0 ? 3 : 2
  }
  return { open, discountTaken, due, paidOf, overpaid, credited, status }
}

/** Where the payments of each invoice start, for the float loop, which is given them in the invoices' order. */
function startsOf(list) {
  const starts = new Int32Array(INVOICES + 1)
  for (let row = 0; row < list.length; row++) starts[list.invoice[row] + 1] += 1
  for (let row = 0; row < INVOICES; row++) starts[row + 1] += starts[row]
  return starts
}

function checkSame(settled, cases) {
  const day = parseISO(asOf)
  cases.forEach((one, row) => {
    const text = (column) => new Decimal(column.values[row]).div(100).toFixed(2)
    const { paid: all, discountTaken, open, overpaid } = settled
    const ours = {
      status: settled.statuses[settled.status[row]],
      paid: text(all),
      discountTaken: text(discountTaken),
      open: text(open),
      overpaid: text(overpaid),
    }
    const plain = settlePlainly(one, day)
    for (const field of Object.keys(plain)) {
      if (plain[field] !== ours[field]) throw new Error(`row ${row}: ${field} is ${ours[field]}, plainly ${plain[field]}`)
    }
  })
}

console.log(`Node ${process.version}, ${INVOICES.toLocaleString('en')} invoices, ${paid.length.toLocaleString('en')} payments`)
const columns = columnsOf(daysAndCents, paid)
const columnsByDate = columnsOf(daysAndCents, sortByDate(paid))
const floats = [columns.invoices.date, columns.invoices.amount.values, startsOf(paid), columns.payments.date, columns.payments.amount.values]
sideBySide('columns of days and cents', 'bare float64 loop', {
  'bare float64 loop': () => floatLoop(...floats),
  'settleColumns, payments in the order of invoices': () => compiled.settleColumns(columns, options),
  'settleColumns, payments in the order of dates': () => compiled.settleColumns(columnsByDate, options),
})

// One payment each, and the discount that it earns, without dates as texts: decimal.js on cents, and an amount as a small immutable object.
const single = table(INVOICES)
for (let row = 0; row < INVOICES; row++) add(single, row, invoices.day[row] + pick(row, 7, 25), Math.round(invoices.cents[row] * 0.98))
const columnsOfSingle = columnsOf(daysAndCents, single)

function discountsOf(payableOf) {
  const discounts = new Float64Array(INVOICES)
  for (let row = 0; row < INVOICES; row++) {
    const late = single.day[row] - invoices.day[row]
    const percent = late <= 15 ? 98 : late <= 20 ? 99 : 100
    const payable = payableOf(invoices.cents[row], percent)
    discounts[row] = single.cents[row] >= payable ? invoices.cents[row] - payable : 0
  }
  return discounts
}

const withDecimals = () =>
  discountsOf((cents, percent) => new Decimal(cents).times(percent).div(100).toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toNumber())

const money = (amount, scale) => ({ amount, currency: { code: CURRENCY, base: 10, exponent: 2 }, scale })
const multiply = ({ amount, scale }, factor) => money(amount * factor.amount, scale + factor.scale)
const toScale = ({ amount, scale }, wanted) => money(Math.round(amount / 10 ** (scale - wanted)), wanted)
const withMoney = () => discountsOf((cents, percent) => toScale(multiply(money(cents, 2), { amount: percent, scale: 2 }), 2).amount)

for (const plain of [withDecimals, withMoney]) {
  const { values } = compiled.settleColumns(columnsOfSingle, options).discountTaken
  plain().forEach((discount, row) => {
    if (discount !== values[row] && single.day[row] <= AS_OF) throw new Error(`row ${row}: ${values[row]}, plainly ${discount}`)
  })
}
sideBySide(
  'one payment each; plainly the discount alone, ours all columns',
  'decimal.js, the discount alone',
  {
    'decimal.js, the discount alone': withDecimals,
    'money as small objects, the discount alone': withMoney,
    'integers of cents, the discount alone': () => discountsOf((cents, percent) => Math.floor((cents * percent + 50) / 100)),
    'settleColumns, days and cents': () => compiled.settleColumns(columnsOfSingle, options),
  },
  { rounds: 5, warmup: 2 },
)

const columnsOfNumbers = columnsOf(numbers, paid)
const columnsOfTexts = columnsOf(texts, paid)
sideBySide(
  'columns of ISO dates',
  'settleColumns, days and cents',
  {
    'settleColumns, days and cents': () => compiled.settleColumns(columns, options),
    'settleColumns, ISO dates and numbers': () => compiled.settleColumns(columnsOfNumbers, options),
    'settleColumns, ISO dates and decimal texts': () => compiled.settleColumns(columnsOfTexts, options),
  },
  { rounds: 9, warmup: 3 },
)

const cases = casesOf(PLAIN)
checkSame(compiled.settleColumns(columns, options), cases)
const day = parseISO(asOf)
const head = (list, count) => ({ ...list, length: count })
const before = (list, count) => list.invoice.subarray(0, list.length).findIndex((invoice) => invoice >= count)
const columnsOfSome = columnsOf(daysAndCents, head(paid, before(paid, PLAIN)), PLAIN)
const textsOfSome = columnsOf(texts, head(paid, before(paid, PLAIN)), PLAIN)
sideBySide(
  `${PLAIN.toLocaleString('en')} invoices, the same answers`,
  'date-fns and decimal.js, written plainly',
  {
    'date-fns and decimal.js, written plainly': () => cases.map((one) => settlePlainly(one, day)),
    'settleColumns, days and cents': () => compiled.settleColumns(columnsOfSome, options),
    'settleColumns, ISO dates and decimal texts': () => compiled.settleColumns(textsOfSome, options),
  },
  { rounds: 5, warmup: 2 },
)

const some = cases.slice(0, EXPLAINED)
sideBySide(
  `${EXPLAINED.toLocaleString('en')} invoices as objects; ours with applications, reasons and what is payable next`,
  'date-fns and decimal.js, written plainly',
  {
    'date-fns and decimal.js, written plainly': () => some.map((one) => settlePlainly(one, day)),
    'settle of compileTerms': () => some.map((one) => compiled.settle(one, { asOf })),
    'settleInvoice, which checks the terms each time': () => some.map((one) => settleInvoice(one, terms, { asOf })),
  },
  { rounds: 7, warmup: 2 },
)
