// Ten million transactions of half a million customers with scattered ids, scored by RFM and sorted into ABC tiers: as columns, against DuckDB on loaded
// columns; a tenth of them against arquero and plain code; and as row objects against date and decimal objects. Before anything is timed, all must agree
// on every customer: on days, purchases, cents and scores, and with DuckDB on tiers, each weighed by the customer's id. Fewer transactions can be given:
// node bench/tierMillions.mjs 500000
import { availableParallelism, loadavg } from 'node:os'
import { compileRfm, compileTiers, scoreRfm } from '@clientele/tiering'
import { BIGINT, DuckDBDataChunk, DuckDBInstance, INTEGER } from '@duckdb/node-api'
import { op, table } from 'arquero'
import { Decimal } from 'decimal.js'
import { sideBySide } from '../../core/bench/sideBySide.mjs'

const ROWS = Number(process.argv[2] ?? 10_000_000)
const PART = Math.ceil(ROWS / 10)
const CUSTOMERS = Math.ceil(ROWS / 20)
const PART_CUSTOMERS = Math.ceil(CUSTOMERS / 10)
const FIRST_DAY = 19_000
const DAYS = 730
const AS_OF = 19_700
const BINS = 5
const CUTS = [80, 95, 100]
const asOf = isoDate(AS_OF)
const scheme = {
  kind: 'rfm-scheme',
  id: 'quintiles',
  version: 1,
  currency: 'CNY',
  bins: BINS,
  segments: [{ id: 'best', r: [4, 5], f: [4, 5], m: [4, 5] }],
}
const tierScheme = {
  kind: 'tier-scheme',
  id: 'pareto',
  version: 1,
  currency: 'CNY',
  type: 'share-of-value',
  cuts: CUTS.map((cut, index) => ({ id: 'ABC'[index], upToPercent: String(cut) })),
}
const { scoreColumns } = compileRfm(scheme)
const { classifyColumns } = compileTiers(tierScheme)

function isoDate(day) {
  return new Date(day * 86_400_000).toISOString().slice(0, 10)
}

/** A reproducible number from 0 up to `bound`. */
function pick(row, salt, bound) {
  let mixed = Math.imul(row + 1, 2_654_435_761) ^ Math.imul(salt, 40_503)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 2_246_822_519)
  return ((mixed ^ (mixed >>> 13)) >>> 1) % bound
}

/** An id of 31 bits, far from those before and after it. */
const idOf = (number) => Math.imul(number + 1, 2_654_435_769) >>> 1

const customer = new Int32Array(ROWS)
const day = new Int32Array(ROWS)
const cents = new Float64Array(ROWS)
for (let row = 0; row < ROWS; row++) {
  customer[row] = idOf(pick(row, 1, CUSTOMERS))
  day[row] = FIRST_DAY + pick(row, 2, DAYS)
  cents[row] = pick(row, 3, 20) === 0 ? -1 - pick(row, 4, 50_000) : 1 + pick(row, 4, 500_000)
}
const all = { customer, day, amount: { values: cents, digits: 2 } }
/** The first rows, of as much fewer customers. */
const part = {
  customer: Int32Array.from({ length: PART }, (_, row) => idOf(pick(row, 1, PART_CUSTOMERS))),
  day: day.subarray(0, PART),
  amount: { values: cents.subarray(0, PART), digits: 2 },
}
const closeIds = { ...all, customer: Int32Array.from({ length: ROWS }, (_, row) => pick(row, 1, CUSTOMERS)) }

/** RFM and ABC as columns. */
function tierColumns(columns) {
  const scored = scoreColumns(columns, { asOf })
  return { scored, tiered: classifyColumns({ value: scored.value, customer: scored.customer }) }
}

/** Makes a mix-up of customers change a sum over them. */
const WEIGHTS = 1009
const MEASURES = ['recencyDays', 'frequency', 'value', 'r', 'f', 'm']

/** What all variants must agree on: how many customers there are, and the sum of each column, weighed by customer. */
function digest(ids, columns) {
  const weights = Array.from(ids, (id) => (id % WEIGHTS) + 1)
  return [weights.length, ...columns.map((column) => weights.reduce((sum, weight, row) => sum + weight * column[row], 0))]
}

const columnsOf = (scored) => MEASURES.map((name) => (name === 'value' ? scored.value.values : scored[name]))
const digestScores = ({ scored }) => digest(scored.customer, columnsOf(scored))
const digestTiers = ({ scored, tiered }, ids = scored.customer) => digest(ids, [...columnsOf(scored), tiered.tier])
const digestCustomers = (customers) =>
  digest(
    customers.map(({ customer }) => customer),
    MEASURES.map((name) => customers.map((one) => one[name])),
  )

/** What each customer comes to: one pass over the transactions, grouped by customer. */
const SUMS = `select customer, max(day) filter (cents > 0) as last, count(*) filter (cents > 0) as frequency, sum(cents)::bigint as value
  from transactions where day <= ${AS_OF} group by customer`
/**
 * The scores of the different values of a measure: how many customers have each, added up. The score is 1 + ⌊bins × (below + at or below) ÷ 2n⌋, but the
 * lowest 1 and the highest as many as there are.
 */
const scoresOf = (column) => `${column}_scores as (select ${column}, before,
    case when at_or_below = n then ${BINS} when at_or_below = own then 1 else 1 + (${BINS} * (2 * at_or_below - own)) // (2 * n) end as score
  from (select *, (sum(own) over (order by ${column}))::bigint as at_or_below, (sum(own) over ())::bigint as n,
      sum(own * ${column}) over () - sum(own * ${column}) over (order by ${column}) as before
    from (select ${column}, count(*) as own from sums where ${column} is not null group by ${column})))`
/** Those scores, and by value the tiers, joined to the customers. Whoever has no purchases scores 1; where nobody has one, all do. */
const SCORES = `create or replace temp table tiered as
  with sums as materialized (${SUMS}), totals as (select sum(value) as total, max(frequency) as most from sums),
  ${['last', 'frequency', 'value'].map(scoresOf).join(', ')}
  select customer, last, frequency, value, coalesce(last_scores.score, 1) as r,
    case when frequency = 0 then 1 else frequency_scores.score end as f, case when most = 0 then 1 else value_scores.score end as m,
    case when 100 * value_scores.before < ${CUTS[0]} * total then 0 when 100 * value_scores.before < ${CUTS[1]} * total then 1 else 2 end as tier
  from sums left join last_scores using (last) join frequency_scores using (frequency) join value_scores using (value), totals`
const DIGEST = `select count(*), ${[`coalesce(${AS_OF} - last, -1)`, 'frequency', 'value', 'r', 'f', 'm', 'tier']
  .map((column) => `sum((customer % ${WEIGHTS} + 1) * ${column})`)
  .join(', ')} from tiered`
const QUERIES = {
  'sums by customer alone': `create or replace temp table summed as ${SUMS}`,
  'RFM and ABC': SCORES,
}

async function loadDuckDB() {
  const connection = await (await DuckDBInstance.create(':memory:')).connect()
  await connection.run('create table transactions (customer integer, day integer, cents bigint)')
  const appender = await connection.createAppender('transactions')
  const chunkSize = 2048
  for (let start = 0; start < ROWS; start += chunkSize) {
    const end = Math.min(ROWS, start + chunkSize)
    const chunk = DuckDBDataChunk.create([INTEGER, INTEGER, BIGINT])
    chunk.setColumns([[...customer.subarray(start, end)], [...day.subarray(start, end)], Array.from(cents.subarray(start, end), BigInt)])
    appender.appendDataChunk(chunk)
  }
  appender.closeSync()
  return connection
}

/** The same score from how many of the values are below, and how many at or below. */
const scoreAt = (below, upTo, count) => {
  if (upTo === count) return BINS
  return below === 0 ? 1 : 1 + Math.floor((BINS * (below + upTo)) / (2 * count))
}

/** RFM without tiers with arquero, on a table that was loaded before: grouped, then ranked in each measure; its sums are floats. */
function scoreWithArquero(loaded) {
  const sums = loaded
    .params({ asOf: AS_OF })
    .filter((row, $) => row.day <= $.asOf)
    .derive({ purchase: (row) => (row.cents > 0 ? 1 : 0), purchased: (row) => (row.cents > 0 ? row.day : -1) })
    .groupby('customer')
    .rollup({ last: (row) => op.max(row.purchased), frequency: (row) => op.sum(row.purchase), value: (row) => op.sum(row.cents) })
  const ranked = sums
    .orderby('last')
    .derive({ lastRank: () => op.rank(), lastShare: () => op.cume_dist() })
    .orderby('frequency')
    .derive({ frequencyRank: () => op.rank(), frequencyShare: () => op.cume_dist() })
    .orderby('value')
    .derive({ valueRank: () => op.rank(), valueShare: () => op.cume_dist() })
  const count = ranked.numRows()
  const column = (name) => ranked.array(name)
  const [last, frequency] = [column('last'), column('frequency')]
  const without = last.reduce((number, day) => (day === -1 ? number + 1 : number), 0)
  const scores = (name, missing, hasNone) => {
    const shares = column(`${name}Share`)
    return Array.from(column(`${name}Rank`), (rank, row) =>
      hasNone(row) ? 1 : scoreAt(rank - 1 - missing, Math.round(shares[row] * count) - missing, count - missing),
    )
  }
  return {
    customer: column('customer'),
    recencyDays: last.map((day) => (day === -1 ? -1 : AS_OF - day)),
    frequency,
    value: column('value'),
    r: scores('last', without, (row) => last[row] === -1),
    f: scores('frequency', 0, (row) => frequency[row] === 0),
    m: scores('value', 0, () => without === count),
  }
}

/** RFM without tiers as most would write it: row objects added up in a Map, scores by ranks in sorted lists. It checks nothing. */
function scorePlainly(rows, addAmount, centsOf, dayOf) {
  const sums = new Map()
  for (const row of rows) {
    const date = dayOf(row)
    if (date > AS_OF) continue
    let own = sums.get(row.customer)
    if (own === undefined) {
      own = { customer: row.customer, last: -1, frequency: 0, value: undefined }
      sums.set(row.customer, own)
    }
    own.value = addAmount(own.value, row)
    if (row.amount > 0) {
      own.frequency++
      if (date > own.last) own.last = date
    }
  }
  const customers = [...sums.values()]
  for (const own of customers) {
    own.value = centsOf(own.value)
    own.recencyDays = own.last === -1 ? -1 : AS_OF - own.last
  }
  const buyers = customers.filter((own) => own.frequency > 0)
  rankPlainly(customers, buyers, 'last', 'r')
  rankPlainly(customers, customers, 'frequency', 'f')
  rankPlainly(customers, buyers.length === 0 ? [] : customers, 'value', 'm')
  for (const own of customers) if (own.frequency === 0) own.f = 1
  return customers
}

function rankPlainly(customers, ranked, measure, score) {
  const sorted = ranked.toSorted((a, b) => a[measure] - b[measure])
  for (const own of customers) own[score] = 1
  for (let start = 0, end = 0; start < sorted.length; start = end) {
    for (end = start; end < sorted.length && sorted[end][measure] === sorted[start][measure]; ) end++
    for (let place = start; place < end; place++) sorted[place][score] = scoreAt(start, end, sorted.length)
  }
}

const inCents = (rows) =>
  scorePlainly(
    rows,
    (sum = 0, row) => sum + row.amount,
    (sum) => sum,
    (row) => row.day,
  )
const inDecimals = (rows) =>
  scorePlainly(
    rows,
    (sum, row) => (sum ?? new Decimal(0)).plus(row.amount),
    (sum) => sum.times(100).toNumber(),
    (row) => Date.parse(row.date) / 86_400_000,
  )

/** Throws where two variants do not agree. */
function compare(name, actual, expected) {
  if (JSON.stringify(actual) !== JSON.stringify(expected)) throw new Error(`${name}: ${JSON.stringify(actual)} is not ${JSON.stringify(expected)}`)
}

const median = (times) => times.toSorted((a, b) => a - b)[times.length >> 1]
const printLoad = () =>
  console.log(
    `\nload: ${loadavg()
      .map((load) => load.toFixed(2))
      .join(' ')}`,
  )

/** Medians of DuckDB's own answers, which come asynchronously, round by round with ours. */
async function timeDuckDB(connection, threads) {
  await connection.run(`set threads = ${threads}`)
  const variants = {
    'columns, scattered ids': () => tierColumns(all),
    'columns, close ids': () => tierColumns(closeIds),
    ...Object.fromEntries(Object.entries(QUERIES).map(([name, query]) => [`DuckDB, threads: ${threads}, ${name}`, () => connection.run(query)])),
  }
  const times = Object.keys(variants).map(() => [])
  for (let round = 0; round < 9; round++) {
    for (const [index, run] of Object.values(variants).entries()) {
      const start = process.hrtime.bigint()
      await run()
      if (round >= 2) times[index].push(Number(process.hrtime.bigint() - start) / 1e6)
    }
  }
  const baseline = median(times[0])
  console.log(`\n${ROWS} transactions of ${CUSTOMERS} customers to RFM and ABC: medians of 7 rounds after 2`)
  for (const [index, name] of Object.keys(variants).entries()) {
    const value = median(times[index])
    console.log(`  ${name.padEnd(52)} ${value.toFixed(2).padStart(9)} ms  ${(value / baseline).toFixed(2).padStart(7)} ×`)
  }
}

printLoad()
console.log(`\ncolumns: typed arrays to scores, tiers and ranks of each customer, every cell checked, on one thread
DuckDB: the same from a table in memory to a temporary table; values grouped, added up by a window and joined back; without ranks`)
const connection = await loadDuckDB()
await connection.run(SCORES)
compare('DuckDB', (await connection.runAndReadAll(DIGEST)).getRows()[0].map(Number), digestTiers(tierColumns(all)))
const close = tierColumns(closeIds)
compare('close ids', digestTiers(close, close.scored.customer.map(idOf)), digestTiers(tierColumns(all)))
for (const threads of new Set([1, availableParallelism()])) await timeDuckDB(connection, threads)
connection.closeSync()

// No objects before: while there are millions, making large arrays has the collector walk through them all.
const loaded = table({ customer: part.customer, day: part.day, cents: part.amount.values })
const plainRows = Array.from({ length: PART }, (_, row) => ({
  customer: part.customer[row],
  day: day[row],
  amount: cents[row],
}))
const expected = digestScores(tierColumns(part))
const { customer: ids, ...scores } = scoreWithArquero(loaded)
compare(
  'arquero',
  digest(
    ids,
    MEASURES.map((name) => scores[name]),
  ),
  expected,
)
compare('plain code in cents', digestCustomers(inCents(plainRows)), expected)
printLoad()
console.log(`\ncolumns: as above, with tiers; arquero: the same columns to scores, grouped and ranked, without tiers
plain code: objects with days and cents added up in a Map and ranked in sorted lists, without tiers or checks`)
sideBySide(
  `${PART} transactions of ${expected[0]} customers`,
  'columns',
  { columns: () => tierColumns(part), arquero: () => scoreWithArquero(loaded), 'plain code': () => inCents(plainRows) },
  { rounds: 7, warmup: 2 },
)

const textOf = (id) => `C-${String(id).padStart(10, '0')}`
const isoDates = Array.from({ length: DAYS }, (_, index) => isoDate(FIRST_DAY + index))
const rows = Array.from({ length: PART }, (_, row) => ({
  customer: textOf(part.customer[row]),
  date: isoDates[day[row] - FIRST_DAY],
  amount: (cents[row] / 100).toFixed(2),
}))
const numbersOf = (customers) => customers.map((one) => ({ ...one, customer: Number(one.customer.slice(2)) }))
const scoredRows = scoreRfm(rows, scheme, { asOf }).customers.map((one) => ({
  ...one,
  recencyDays: one.recencyDays ?? -1,
  value: Math.round(Number(one.monetary) * 100),
}))
compare('rows', digestCustomers(numbersOf(scoredRows)), expected)
compare('date and decimal objects', digestCustomers(numbersOf(inDecimals(rows))), expected)
printLoad()
sideBySide(
  `${PART} transactions as objects: text ids, ISO dates, decimal texts; every field checked by scoreRfm, none by plain code`,
  'scoreRfm',
  { scoreRfm: () => scoreRfm(rows, scheme, { asOf }), 'Map, Date and decimal.js, plainly': () => inDecimals(rows) },
  { rounds: 5, warmup: 1 },
)
