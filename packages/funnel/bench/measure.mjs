// The stage log of a million deals with three and a half changes each, as columns: against DuckDB on a table that is loaded before, and against plain loops that check nothing. Changes
// come in no order, in order of time, or deal by deal; ids are close together or scattered. Before anything is timed, all must agree: on the deals that entered each stage, came further,
// were lost and are open, on medians of days where they are told, and on what was won. Then a hundred thousand changes as objects against dates and decimal objects, and how the time
// grows from 100,000 changes to ten million. Fewer deals can be given: node bench/measure.mjs 100000
import { availableParallelism, loadavg } from 'node:os'
import { compileFunnel } from '@clientele/funnel'
import { BIGINT, DuckDBDataChunk, DuckDBInstance, INTEGER, UTINYINT } from '@duckdb/node-api'
import { Decimal } from 'decimal.js'
import { sideBySide } from '../../core/bench/sideBySide.mjs'

const DEALS = Number(process.argv[2] ?? 1_000_000)
const ROW_DEALS = Math.min(DEALS, 28_572)
const GROWTH = [28_572, 285_715, 2_857_143].filter((deals) => deals <= 3 * DEALS)
const STAGES = ['lead', 'qualified', 'quoted', 'negotiating']
const WON = STAGES.length
const LOST = WON + 1
const NAMES = [...STAGES, 'won', 'lost']
const FIRST_DAY = 19_000
const DAYS = 730
const AS_OF = FIRST_DAY + DAYS + 20
const asOf = isoDate(AS_OF)
const pipeline = {
  kind: 'pipeline',
  id: 'sales',
  version: 1,
  stages: STAGES.map((id) => ({ id })),
  won: 'won',
  lost: 'lost',
  lossReasons: [],
  skips: 'allow',
  regressions: 'allow',
  currency: 'EUR',
}
const { measure, measureColumns } = compileFunnel(pipeline)

function isoDate(day) {
  return new Date(day * 86_400_000).toISOString().slice(0, 10)
}

/** A reproducible number from 0 up to `bound`. */
function pick(row, salt, bound) {
  let mixed = Math.imul(row + 1, 2_654_435_761) ^ Math.imul(salt, 40_503)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 2_246_822_519)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 3_266_489_917)
  return ((mixed ^ (mixed >>> 16)) >>> 1) % bound
}

/** An id of 32 bits, far from those before and after it. */
const scatter = (number) => Math.imul(number + 1, 2_654_435_769) | 0

/** The changes of so many deals, deal by deal: most go on stage by stage, some skip one, go back, are lost on the way or come back; some changes state an amount. */
function changesOf(deals) {
  const room = 8 * deals
  const columns = { deal: new Int32Array(room), day: new Int32Array(room), stage: new Uint8Array(room), cents: new Float64Array(room) }
  let row = 0
  const add = (deal, day, stage) => {
    columns.deal[row] = deal
    columns.day[row] = day
    columns.stage[row] = stage
    columns.cents[row] = pick(row, 9, 2) === 0 ? Number.NaN : 1 + pick(row, 10, 5_000_000)
    row += 1
  }
  for (let deal = 0; deal < deals; deal++) {
    let day = FIRST_DAY + pick(deal, 1, DAYS)
    let stage = pick(deal, 2, 20) === 0 ? 1 : 0
    for (let step = 0; step < 8; step++) {
      add(deal, day, stage)
      const chance = pick(8 * deal + step, 3, 100)
      day += 1 + pick(8 * deal + step, 4, 40)
      if (stage === WON || (stage === LOST && chance >= 3) || chance < 8) break
      if (stage === LOST) stage = 1
      else if (chance < 25) stage = LOST
      else if (chance < 29 && stage > 0) stage -= 1
      else stage = chance < 33 ? Math.min(stage + 2, WON) : stage + 1
    }
  }
  return inOrder(
    columns,
    Uint32Array.from({ length: row }, (_, place) => place),
  )
}

/** The columns in another order of rows. */
const inOrder = ({ deal, day, stage, cents }, order) => ({
  deal: Int32Array.from(order, (row) => deal[row]),
  day: Int32Array.from(order, (row) => day[row]),
  stage: Uint8Array.from(order, (row) => stage[row]),
  cents: Float64Array.from(order, (row) => cents[row]),
})

function orderOfTime({ day }) {
  const order = Uint32Array.from(day, (_, row) => row)
  return order.sort((one, other) => day[one] - day[other] || one - other)
}

function shuffledOrder(length) {
  const order = Uint32Array.from({ length }, (_, row) => row)
  for (let row = length - 1; row > 0; row--) {
    const other = pick(row, 5, row + 1)
    const kept = order[row]
    order[row] = order[other]
    order[other] = kept
  }
  return order
}

const withScatteredIds = (columns) => ({ ...columns, deal: columns.deal.map(scatter) })
const ours = ({ deal, day, stage, cents }) => measureColumns({ deal, day, stage, amount: { values: cents, digits: 2 } }, { asOf })
const oursWithoutAmounts = ({ deal, day, stage }) => measureColumns({ deal, day, stage }, { asOf })

/** What all must agree on. */
const digest = ({ stages, won }) => [
  ...stages.map(({ entered, advanced, lost, open }) => [entered, advanced, lost, open]),
  [won.count, Math.round(100 * Number(won.amounts[0].amount))],
]
const digestMedians = ({ stages }) => stages.map(({ medianDays }) => medianDays)

const KEY = 'day * 256 + stage'
const DEAL_FACTS = `select deal, max(stage) filter (stage < ${WON}) as furthest, arg_max(stage, ${KEY}) as last,
    arg_max(cents, ${KEY}) filter (cents is not null) as worth, max(day) as closed`
const FROM = `from changes where day <= ${AS_OF} group by deal`
/** What becomes of a stage, of deals that are one row each. */
const figuresOf = (stage) => {
  const entered = `(furthest >= ${stage} or last = ${WON})`
  return [entered, `(furthest > ${stage} or last = ${WON})`, `(furthest = ${stage} and last = ${LOST})`, `(furthest = ${stage} and last < ${WON})`]
    .map((condition) => `count(*) filter (${condition})`)
    .join(', ')
}
const COUNTS = `with deals as materialized (${DEAL_FACTS} ${FROM})
  select ${STAGES.map((_, stage) => figuresOf(stage)).join(', ')}, count(*) filter (last = ${WON}), sum(worth) filter (last = ${WON}) from deals`
const reached = (stage) => (stage === WON ? 'null' : `reached_${stage}`)
/** The same and the median days in each stage, of deals that stood in it before they came further. */
const WITH_MEDIANS = `with deals as materialized (${DEAL_FACTS},
    ${STAGES.map((_, stage) => `min(day) filter (stage between ${stage} and ${WON - 1}) as reached_${stage}, min(day) filter (stage = ${stage}) as stood_${stage}`).join(', ')} ${FROM})
  select ${STAGES.map((_, stage) => figuresOf(stage)).join(', ')}, count(*) filter (last = ${WON}), sum(worth) filter (last = ${WON}),
    ${STAGES.map(
      (_, stage) => `quantile_cont(coalesce(${reached(stage + 1)}, closed) - reached_${stage}, 0.5) filter (stood_${stage} is not null
        and (${reached(stage + 1)} is null or stood_${stage} <= ${reached(stage + 1)}) and (furthest > ${stage} or last >= ${WON}))`,
    ).join(', ')} from deals`

async function loadDuckDB({ deal, day, stage, cents }) {
  const connection = await (await DuckDBInstance.create(':memory:')).connect()
  await connection.run('create table changes (deal integer, day integer, stage utinyint, cents bigint)')
  const appender = await connection.createAppender('changes')
  const chunkSize = 2048
  for (let start = 0; start < deal.length; start += chunkSize) {
    const end = Math.min(deal.length, start + chunkSize)
    const chunk = DuckDBDataChunk.create([INTEGER, INTEGER, UTINYINT, BIGINT])
    const amounts = Array.from(cents.subarray(start, end), (value) => (Number.isNaN(value) ? null : BigInt(value)))
    chunk.setColumns([[...deal.subarray(start, end)], [...day.subarray(start, end)], [...stage.subarray(start, end)], amounts])
    appender.appendDataChunk(chunk)
  }
  appender.closeSync()
  return connection
}

async function askDuckDB(connection, query) {
  const row = (await connection.runAndReadAll(query)).getRows()[0].map(Number)
  const stages = STAGES.map((_, stage) => row.slice(4 * stage, 4 * stage + 4))
  return { counts: [...stages, row.slice(4 * WON, 4 * WON + 2)], medians: row.slice(4 * WON + 2) }
}

/** What deals come to, counted from their last changes. */
function countDeals(count, furthest, last, worth) {
  const stages = STAGES.map(() => [0, 0, 0, 0])
  const won = [0, 0]
  for (let deal = 0; deal < count; deal++) {
    if (last[deal] === WON) {
      won[0] += 1
      won[1] += worth[deal]
    }
    for (let stage = 0; stage < WON; stage++) {
      const isWon = last[deal] === WON
      if (!isWon && furthest[deal] < stage) continue
      stages[stage][0] += 1
      stages[stage][isWon || furthest[deal] > stage ? 1 : last[deal] === LOST ? 2 : 3] += 1
    }
  }
  return [...stages, won]
}

/** The least that can be done where ids are places: the last change of each deal, looked up row by row. Neither checks nor days. */
function loopPlainly({ deal, day, stage, cents }, deals) {
  const furthest = new Int16Array(deals).fill(-1)
  const last = new Uint8Array(deals)
  const lastKey = new Int32Array(deals).fill(-1)
  const worth = new Float64Array(deals)
  const worthKey = new Int32Array(deals).fill(-1)
  for (let row = 0; row < deal.length; row++) {
    if (day[row] > AS_OF) continue
    const own = deal[row]
    const key = day[row] * 256 + stage[row]
    if (stage[row] < WON && stage[row] > furthest[own]) furthest[own] = stage[row]
    if (key > lastKey[own]) {
      lastKey[own] = key
      last[own] = stage[row]
    }
    if (!Number.isNaN(cents[row]) && key > worthKey[own]) {
      worthKey[own] = key
      worth[own] = cents[row]
    }
  }
  return countDeals(deals, furthest, last, worth)
}

/** What most would write for columns: a list of each deal's rows in a Map, sorted and walked through, and the days in each stage, sorted. It checks nothing. */
function walkPlainly({ deal, day, stage, cents }) {
  const lists = new Map()
  deal.forEach((own, row) => {
    if (day[row] > AS_OF) return
    const rows = lists.get(own)
    if (rows === undefined) lists.set(own, [row])
    else rows.push(row)
  })
  const [furthest, last, worth] = [[], [], []]
  const times = STAGES.map(() => [])
  for (const rows of lists.values()) {
    rows.sort((one, other) => day[one] - day[other] || stage[one] - stage[other])
    const first = STAGES.map(() => null)
    const stood = STAGES.map(() => false)
    let [far, value] = [-1, 0]
    for (const row of rows) {
      if (!Number.isNaN(cents[row])) value = cents[row]
      if (stage[row] >= WON || stage[row] <= far) continue
      for (let passed = far + 1; passed <= stage[row]; passed++) first[passed] = day[row]
      far = stage[row]
      stood[far] = true
    }
    const end = rows.at(-1)
    for (let passed = 0; passed <= far; passed++) {
      if (stood[passed] && (passed < far || stage[end] >= WON)) times[passed].push((first[passed + 1] ?? day[end]) - first[passed])
    }
    furthest.push(far)
    last.push(stage[end])
    worth.push(value)
  }
  const medians = times.map((list) => {
    const sorted = Int32Array.from(list).sort()
    const half = sorted.length >> 1
    return sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2
  })
  return { counts: countDeals(furthest.length, furthest, last, worth), medians }
}

/** What most would write for objects: dates and decimal objects, a Map and sorts. It checks nothing. */
function walkObjects(log) {
  const end = new Date(`${asOf}T23:59:59Z`)
  const deals = new Map()
  for (const { deal, at, to, amount } of log) {
    const change = { at: new Date(at), code: NAMES.indexOf(to), amount: amount === undefined ? null : new Decimal(amount) }
    if (change.at > end) continue
    const changes = deals.get(deal)
    if (changes === undefined) deals.set(deal, [change])
    else changes.push(change)
  }
  const stages = STAGES.map(() => [0, 0, 0, 0])
  const won = { count: 0, amount: new Decimal(0) }
  for (const changes of deals.values()) {
    changes.sort((one, other) => one.at - other.at || one.code - other.code)
    const { code: last } = changes.at(-1)
    const furthest = Math.max(-1, ...changes.map(({ code }) => code).filter((code) => code < WON))
    const worth = changes.findLast(({ amount }) => amount !== null)?.amount ?? new Decimal(0)
    if (last === WON) {
      won.count += 1
      won.amount = won.amount.plus(worth)
    }
    for (let stage = 0; stage < WON; stage++) {
      if (last !== WON && furthest < stage) continue
      stages[stage][0] += 1
      stages[stage][last === WON || furthest > stage ? 1 : last === LOST ? 2 : 3] += 1
    }
  }
  return [...stages, [won.count, won.amount.times(100).toNumber()]]
}

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
async function timeDuckDB(connection, threads, logs) {
  await connection.run(`set threads = ${threads}`)
  const variants = {
    'columns, in no order': () => ours(logs.shuffled),
    'columns, in no order, scattered ids': () => ours(logs.scattered),
    'columns, in order of time': () => ours(logs.timed),
    'columns, deal by deal': () => ours(logs.byDeal),
    'columns, in no order, without amounts': () => oursWithoutAmounts(logs.shuffled),
    [`DuckDB, threads: ${threads}, counts and amounts`]: () => connection.runAndReadAll(COUNTS),
    [`DuckDB, threads: ${threads}, and medians of days`]: () => connection.runAndReadAll(WITH_MEDIANS),
  }
  const times = Object.keys(variants).map(() => [])
  for (let round = 0; round < 11; round++) {
    for (const [index, run] of Object.values(variants).entries()) {
      const start = process.hrtime.bigint()
      await run()
      if (round >= 2) times[index].push(Number(process.hrtime.bigint() - start) / 1e6)
    }
  }
  const baseline = median(times.at(-1))
  console.log(`\n${logs.shuffled.deal.length} changes of ${DEALS} deals: medians of 9 rounds after 2`)
  for (const [index, name] of Object.keys(variants).entries()) {
    const value = median(times[index])
    console.log(`  ${name.padEnd(52)} ${value.toFixed(2).padStart(9)} ms  ${(value / baseline).toFixed(2).padStart(7)} ×`)
  }
}

const byDeal = changesOf(DEALS)
const shuffled = inOrder(byDeal, shuffledOrder(byDeal.deal.length))
const logs = { byDeal, shuffled, timed: inOrder(byDeal, orderOfTime(byDeal)), scattered: withScatteredIds(shuffled) }
const expected = ours(shuffled)
for (const [name, log] of Object.entries(logs)) compare(name, ours(log), expected)
printLoad()
console.log(`\ncolumns: typed arrays to all that measureFunnel says, days, competing risks and intervals too, every cell checked, on one thread
DuckDB: from a table in memory to the figures of each stage and what was won; with medians also the median days in each stage; without checks`)
const connection = await loadDuckDB(shuffled)
for (const query of [COUNTS, WITH_MEDIANS]) {
  const { counts, medians } = await askDuckDB(connection, query)
  compare('DuckDB', counts, digest(expected))
  if (medians.length > 0) compare('DuckDB, medians', medians, digestMedians(expected))
}
for (const threads of new Set([1, availableParallelism()])) await timeDuckDB(connection, threads, logs)
connection.closeSync()

compare('plain loop', loopPlainly(shuffled, DEALS), digest(expected))
const walked = walkPlainly(shuffled)
compare('plain walk', walked.counts, digest(expected))
compare('plain walk, medians', walked.medians, digestMedians(expected))
printLoad()
console.log(`\nlast changes in typed arrays: of each stage the counts, and what was won; without days, ids must be places
lists in a Map: the same and medians of days; neither checks anything`)
for (const [name, log] of Object.entries({ 'in no order': shuffled, 'deal by deal': byDeal })) {
  sideBySide(
    `${log.deal.length} changes of ${DEALS} deals, ${name}`,
    'columns',
    { columns: () => ours(log), 'last changes in typed arrays': () => loopPlainly(log, DEALS), 'lists in a Map': () => walkPlainly(log) },
    { rounds: 7, warmup: 2 },
  )
}

const part = changesOf(ROW_DEALS)
const partOrder = shuffledOrder(part.deal.length)
const objects = Array.from(partOrder, (row) => ({
  deal: `D-${part.deal[row]}`,
  at: isoDate(part.day[row]),
  to: NAMES[part.stage[row]],
  ...(Number.isNaN(part.cents[row]) ? {} : { amount: (part.cents[row] / 100).toFixed(2) }),
}))
const partExpected = ours(part)
compare('objects', measure(objects, { asOf }), partExpected)
compare('dates and decimal objects', walkObjects(objects), digest(partExpected))
printLoad()
sideBySide(
  `${objects.length} changes as objects: text ids, ISO dates, decimal texts; every field checked by measure, none by plain code`,
  'measure',
  { measure: () => measure(objects, { asOf }), 'Map, Date and decimal.js, plainly': () => walkObjects(objects), columns: () => ours(part) },
  { rounds: 9, warmup: 3 },
)

printLoad()
console.log('\ngrowth, columns in no order; nanoseconds a change')
for (const form of ['close ids', 'scattered ids']) {
  const grown = GROWTH.map((deals) => {
    const columns = changesOf(deals)
    const log = inOrder(columns, shuffledOrder(columns.deal.length))
    return form === 'close ids' ? log : withScatteredIds(log)
  })
  const variants = Object.fromEntries(grown.map((log) => [`${form}, ${log.deal.length} changes`, () => ours(log)]))
  const medians = sideBySide(form, Object.keys(variants).at(-2), variants, { rounds: 7, warmup: 2 })
  for (const [index, value] of [...medians.values()].entries())
    console.log(`    ${((1e6 * value) / grown[index].deal.length).toFixed(1)} ns a change`)
}
