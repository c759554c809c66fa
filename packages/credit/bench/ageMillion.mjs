// A million open items of 10,000 customers aged by due date: as columns and as objects, against DuckDB on loaded columns, and against date-fns and
// decimal.js written plainly. Every variant's sums are compared before anything is timed.
import { ageReceivables, compileAgeing } from '@clientele/credit'
import { ageingTo90Days } from '@clientele/credit/templates'
import { DuckDBInstance } from '@duckdb/node-api'
import { differenceInCalendarDays, parseISO } from 'date-fns'
import { Decimal } from 'decimal.js'
import { sideBySide } from '../../core/bench/sideBySide.mjs'

const ITEMS = 1_000_000
const PLAIN = 100_000
const CUSTOMERS = 10_000
const FIRST_DAY = 19_358
const DAYS = 400
const AS_OF = 19_700
const CURRENCY = 'CNY'
const LAST_DAYS = [0, 30, 60, 90]
const { ageColumns } = compileAgeing(ageingTo90Days)
const isoDate = (day) => new Date(day * 86_400_000).toISOString().slice(0, 10)
const isoDates = Array.from({ length: DAYS + 31 }, (_, index) => isoDate(FIRST_DAY + index))
const options = { asOf: isoDate(AS_OF) }

/** A reproducible number from 0 up to `bound`. */
const pick = (row, salt, bound) => ((Math.imul(row + 1, 2_654_435_761) ^ Math.imul(salt, 40_503)) >>> 3) % bound

const day = new Int32Array(ITEMS)
const due = new Int32Array(ITEMS)
const customer = new Int32Array(ITEMS)
const cents = new Float64Array(ITEMS)
for (let row = 0; row < ITEMS; row++) {
  day[row] = FIRST_DAY + pick(row, 1, Math.min(DAYS, AS_OF - FIRST_DAY))
  due[row] = day[row] + 30
  customer[row] = pick(row, 2, CUSTOMERS)
  cents[row] = pick(row, 3, 20) === 0 ? -1 - pick(row, 4, 50_000) : 1 + pick(row, 4, 5_000_000)
}
const settled = Array.from({ length: ITEMS / 10 }, (_, index) => index * 10)
const applications = {
  item: Int32Array.from(settled),
  date: Int32Array.from(settled, (row) => day[row] + 10),
  settles: { values: Float64Array.from(settled, (row) => Math.trunc(cents[row] / 2)), digits: 2 },
}
const customers = Array.from({ length: CUSTOMERS }, (_, number) => `C-${String(number).padStart(5, '0')}`)
const plainColumns = { date: day, due, amount: { values: cents, digits: 2 }, currency: CURRENCY }
const columns = { ...plainColumns, customer: { codes: customer, values: customers } }

/** Items as objects; a tenth are half paid where `paid`. */
const itemOf = (row, paid) => ({
  id: `INV-${String(row).padStart(7, '0')}`,
  customer: customers[customer[row]],
  date: isoDates[day[row] - FIRST_DAY],
  due: isoDates[due[row] - FIRST_DAY],
  amount: (cents[row] / 100).toFixed(2),
  currency: CURRENCY,
  ...(paid && row % 10 === 0
    ? { applications: [{ date: isoDates[day[row] - FIRST_DAY + 10], type: 'payment', settles: (Math.trunc(cents[row] / 2) / 100).toFixed(2) }] }
    : {}),
})

/** What most would write. It checks nothing. */
function agePlainly(items) {
  const asOf = parseISO(options.asOf)
  const sums = new Map()
  for (const item of items) {
    const age = differenceInCalendarDays(asOf, parseISO(item.due))
    const bucket = age <= 0 ? 0 : age <= 30 ? 1 : age <= 60 ? 2 : age <= 90 ? 3 : 4
    let buckets = sums.get(item.customer)
    if (buckets === undefined) {
      buckets = Array.from({ length: 5 }, () => new Decimal(0))
      sums.set(item.customer, buckets)
    }
    buckets[bucket] = buckets[bucket].plus(item.amount)
  }
  return sums
}

const BUCKETS = `case ${LAST_DAYS.map((last, bucket) => `when ${AS_OF} - due <= ${last} then ${bucket}`).join(' ')} else 4 end`
const DEBITS_AND_CREDITS = 'count(*), sum(cents) filter (cents > 0), sum(cents) filter (cents < 0)'
const BY_BUCKET = `select ${BUCKETS} bucket, ${DEBITS_AND_CREDITS}, sum(cents) from items where day <= ${AS_OF} group by 1 order by 1`
const BY_CUSTOMER = `select customer, ${BUCKETS} bucket, ${DEBITS_AND_CREDITS}, sum(cents) from items where day <= ${AS_OF} group by 1, 2 order by 1, 2`

async function loadDuckDB() {
  const connection = await (await DuckDBInstance.create(':memory:')).connect()
  await connection.run('create table items (day integer, due integer, customer integer, cents bigint)')
  const appender = await connection.createAppender('items')
  for (let row = 0; row < ITEMS; row++) {
    appender.appendInteger(day[row])
    appender.appendInteger(due[row])
    appender.appendInteger(customer[row])
    appender.appendBigInt(BigInt(cents[row]))
    appender.endRow()
  }
  appender.closeSync()
  return connection
}

const inCents = (amount) => Math.round(Number(amount) * 100)

/** Throws where two variants do not agree. */
function compare(name, actual, expected) {
  if (JSON.stringify(actual) !== JSON.stringify(expected)) throw new Error(`${name}: ${JSON.stringify(actual)} is not ${JSON.stringify(expected)}`)
}

const connection = await loadDuckDB()
const amountsOf = ({ currencies: [{ buckets }] }) => buckets.map(({ amount }) => inCents(amount))
const firstPart = Array.from({ length: PLAIN }, (_, row) => itemOf(row, false))
const rowsOfDuckDB = (await connection.runAndReadAll(BY_BUCKET)).getRows()
compare(
  'DuckDB',
  rowsOfDuckDB.map((row) => Number(row[4])),
  amountsOf(ageColumns(columns, options)),
)
const plainSums = Array.from({ length: 5 }, (_, bucket) => [...agePlainly(firstPart).values()].reduce((sum, one) => sum + inCents(one[bucket]), 0))
compare('date-fns and decimal.js', plainSums, amountsOf(ageReceivables(firstPart, ageingTo90Days, options)))

/** Medians of DuckDB's own answers, which come asynchronously. */
async function timeDuckDB(threads) {
  await connection.run(`set threads = ${threads}`)
  for (const [name, query] of Object.entries({ 'buckets alone': BY_BUCKET, 'by customer': BY_CUSTOMER })) {
    const times = []
    for (let round = 0; round < 19; round++) {
      const start = process.hrtime.bigint()
      await connection.runAndReadAll(query)
      times.push(Number(process.hrtime.bigint() - start) / 1e6)
    }
    const median = times.slice(4).toSorted((a, b) => a - b)[7]
    console.log(`  ${`DuckDB, threads: ${threads}, ${name}`.padEnd(52)} ${median.toFixed(2).padStart(9)} ms`)
  }
}

sideBySide(
  `${PLAIN} items as objects, by customer`,
  'date-fns and decimal.js, plainly, unchecked',
  {
    objects: () => ageReceivables(firstPart, ageingTo90Days, options),
    'date-fns and decimal.js, plainly, unchecked': () => agePlainly(firstPart),
  },
  { rounds: 9, warmup: 3 },
)
console.log(`\n${ITEMS} items; DuckDB on columns that were loaded before: medians of 15 rounds after 4`)
for (const threads of [1, 2]) await timeDuckDB(threads)
sideBySide(`${ITEMS} items as columns`, 'columns, buckets alone', {
  'columns, buckets alone': () => ageColumns(plainColumns, options),
  'columns, by customer': () => ageColumns(columns, options),
  'columns, by customer, a tenth half paid': () => ageColumns({ ...columns, applications }, options),
})
const items = Array.from({ length: ITEMS }, (_, row) => itemOf(row, false))
const paidItems = Array.from({ length: ITEMS }, (_, row) => itemOf(row, true))
sideBySide(
  `${ITEMS} items as objects, by customer; every field checked, ids compared`,
  'objects',
  {
    objects: () => ageReceivables(items, ageingTo90Days, options),
    'objects, a tenth half paid': () => ageReceivables(paidItems, ageingTo90Days, options),
  },
  { rounds: 7, warmup: 2 },
)
