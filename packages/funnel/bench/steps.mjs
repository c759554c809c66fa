// A million actors with four events each, ordered steps within a window, as columns: against DuckDB and against windowFunnel of chdb (ClickHouse), both on tables
// that are loaded before, on one thread and on all. Events come in order of time, as logs do, or shuffled; with close or with scattered ids. Before anything is timed, all must agree on
// the counts, and on a plain loop's over objects. DuckDB and chdb tell the counts alone, ours also means and medians from step to step, every cell checked. Then how the time grows with
// events, and a million events as objects. chdb weighs 543 MB, so it is no dependency:
// npm install --prefix DIR chdb@3.4.0, then node bench/steps.mjs --chdb DIR. Fewer actors can be given: node bench/steps.mjs 100000
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { compileSteps, countSteps } from '@clientele/funnel'
import { BIGINT, DuckDBDataChunk, DuckDBInstance, INTEGER, UTINYINT } from '@duckdb/node-api'
import { sideBySide } from '../../core/bench/sideBySide.mjs'

const { values: given, positionals } = parseArgs({ options: { chdb: { type: 'string' } }, allowPositionals: true })
const ACTORS = Number(positionals[0] ?? 1_000_000)
const EACH = 4
const STEPS = ['visit', 'enquiry', 'order']
const OTHER = 3
const DAY = 86_400_000
const WINDOW = 7 * DAY
const START = Date.parse('2025-01-01T00:00:00Z')
const policy = { steps: STEPS, window: 'P7D' }

/** A reproducible number from 0 up to `bound`. */
function pick(row, salt, bound) {
  let mixed = Math.imul(row + 1, 2_654_435_761) ^ Math.imul(salt, 40_503)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 2_246_822_519)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 3_266_489_917)
  return ((mixed ^ (mixed >>> 16)) >>> 1) % bound
}

/** An id of 32 bits, far from those before and after it. */
const scatter = (number) => Math.imul(number + 1, 2_654_435_769) | 0

/** Events of so many actors: mostly the steps in their order with something else in between, over a quarter of a year. */
function eventsOf(actors) {
  const rows = actors * EACH
  const columns = { actor: new Int32Array(rows), at: new Float64Array(rows), step: new Uint8Array(rows) }
  for (let actor = 0; actor < actors; actor++) {
    let moment = START + pick(actor, 1, 90 * DAY)
    for (let event = 0; event < EACH; event++) {
      const row = actor * EACH + event
      columns.actor[row] = actor
      columns.at[row] = moment
      columns.step[row] = pick(row, 2, 10) < 7 ? event : pick(row, 3, OTHER + 1)
      moment += 1 + pick(row, 4, 5 * DAY)
    }
  }
  return columns
}

/** The columns in another order of rows. */
const inOrder = ({ actor, at, step }, order) => ({
  actor: Int32Array.from(order, (row) => actor[row]),
  at: Float64Array.from(order, (row) => at[row]),
  step: Uint8Array.from(order, (row) => step[row]),
})
const withScatteredIds = (columns) => ({ ...columns, actor: columns.actor.map(scatter) })

function orderOfTime({ at }) {
  const order = Uint32Array.from(at, (_, row) => row)
  return order.sort((one, other) => at[one] - at[other])
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

/** What most would write: a list of each actor's events, sorted, and the last start of each step. */
function countPlainly(columns) {
  const lists = new Map()
  columns.actor.forEach((actor, row) => {
    const event = { at: columns.at[row], step: columns.step[row] }
    const list = lists.get(actor)
    if (list === undefined) lists.set(actor, [event])
    else list.push(event)
  })
  const counts = STEPS.map(() => 0)
  for (const list of lists.values()) {
    list.sort((one, other) => one.at - other.at || one.step - other.step)
    const starts = []
    for (const { at, step } of list) {
      if (step === 0) starts[0] = at
      else if (step < OTHER && starts[step - 1] !== undefined && at <= starts[step - 1] + WINDOW) starts[step] = starts[step - 1]
    }
    for (let level = 0; level < starts.length; level++) counts[level]++
  }
  return counts
}

/**
 * Ordered steps in SQL: of each enquiry the last visit before it, of each order the last visit that an enquiry within its window before it leads back to. Running maxima of the
 * actor's events; it is right for later starts, where a join of first events is not.
 */
const WINDOWED = (table) => `
  with visits as (select actor, moment, step, max(case when step = 0 then moment end) over (partition by actor order by moment, step rows unbounded preceding) as visit
      from ${table} where step < ${OTHER}),
    enquiries as (select actor, moment, step, max(case when step = 1 and moment <= visit + ${WINDOW} then visit end) over (partition by actor order by moment, step rows unbounded preceding) as enquiry,
      step = 0 as first, step = 1 and moment <= visit + ${WINDOW} as second from visits),
    actors as (select actor, bool_or(first) as first, bool_or(second) as second, bool_or(step = 2 and moment <= enquiry + ${WINDOW}) as third from enquiries group by actor)
  select count(*) filter (first), count(*) filter (second), count(*) filter (third) from actors`
/** The same by joins to the nearest row before, which hash by actor and sort by time. */
const JOINED = (table) => `
  with enquiries as materialized (select e.actor, e.moment, v.moment as visit from (select * from ${table} where step = 1) e
      asof join (select * from ${table} where step = 0) v on e.actor = v.actor and e.moment >= v.moment where e.moment <= v.moment + ${WINDOW}),
    orders as (select o.actor, o.moment, e.visit from (select * from ${table} where step = 2) o
      asof join enquiries e on o.actor = e.actor and o.moment >= e.moment where o.moment <= e.visit + ${WINDOW})
  select (select count(distinct actor) from ${table} where step = 0), (select count(distinct actor) from enquiries), (select count(distinct actor) from orders)`

async function loadDuckDB(tables) {
  const connection = await (await DuckDBInstance.create(':memory:')).connect()
  for (const [name, { actor, at, step }] of Object.entries(tables)) {
    await connection.run(`create table ${name} (actor integer, moment bigint, step utinyint)`)
    const appender = await connection.createAppender(name)
    for (let start = 0; start < actor.length; start += 2048) {
      const end = Math.min(actor.length, start + 2048)
      const chunk = DuckDBDataChunk.create([INTEGER, BIGINT, UTINYINT])
      chunk.setColumns([[...actor.subarray(start, end)], Array.from(at.subarray(start, end), BigInt), [...step.subarray(start, end)]])
      appender.appendDataChunk(chunk)
    }
    appender.closeSync()
  }
  const ask = async (sql) => (await connection.runAndReadAll(sql)).getRows()[0].map(Number)
  return { ask, useThreads: (threads) => connection.run(`set threads = ${threads}`), close: () => connection.closeSync() }
}

const FUNNEL = (table) => `select countIf(level >= 1), countIf(level >= 2), countIf(level >= 3)
  from (select windowFunnel(${WINDOW})(moment, step = 0, step = 1, step = 2) as level from ${table} where step < ${OTHER} group by actor)`

function loadChdb(folder, tables) {
  const { Session } = createRequire(join(resolve(folder), 'package.json'))('chdb')
  const place = mkdtempSync(join(tmpdir(), 'chdb-'))
  const session = new Session(place)
  for (const [name, { actor, at, step }] of Object.entries(tables)) {
    const bytes = new DataView(new ArrayBuffer(13 * actor.length))
    for (let row = 0; row < actor.length; row++) {
      bytes.setInt32(13 * row, actor[row], true)
      bytes.setBigUint64(13 * row + 4, BigInt(at[row]), true)
      bytes.setUint8(13 * row + 12, step[row])
    }
    const file = join(place, `${name}.bin`)
    writeFileSync(file, new Uint8Array(bytes.buffer))
    session.query(`create table ${name} (actor Int32, moment UInt64, step UInt8) engine = MergeTree order by tuple()`)
    session.query(`insert into ${name} select * from file('${file}', 'RowBinary', 'actor Int32, moment UInt64, step UInt8')`)
    session.query(`optimize table ${name} final`)
  }
  return {
    ask: (sql) => session.query(sql, 'CSV').trim().split(',').map(Number),
    close: () => {
      session.cleanup?.()
      rmSync(place, { recursive: true, force: true })
    },
  }
}

/** Throws where two variants do not agree. */
function compare(name, actual, expected) {
  if (JSON.stringify(actual) !== JSON.stringify(expected)) throw new Error(`${name}: ${JSON.stringify(actual)} is not ${JSON.stringify(expected)}`)
}

const median = (times) => times.toSorted((a, b) => a - b)[times.length >> 1]

/** Medians of variants that may answer asynchronously, round by round in turn, each with its ratio to the quickest of the others'. */
async function timeInTurn(title, variants, isPeer, rounds = 7, warmup = 2) {
  const times = new Map(Object.keys(variants).map((name) => [name, []]))
  for (let round = 0; round < warmup + rounds; round++) {
    for (const [name, run] of Object.entries(variants)) {
      const start = process.hrtime.bigint()
      await run()
      if (round >= warmup) times.get(name).push(Number(process.hrtime.bigint() - start) / 1e6)
    }
  }
  const medians = new Map([...times].map(([name, list]) => [name, median(list)]))
  const peer = Math.min(...[...medians].filter(([name]) => isPeer(name)).map(([, value]) => value))
  console.log(`\n${title}: medians of ${rounds} rounds after ${warmup}, × the quickest other (load ${loadavg()[0].toFixed(2)})`)
  for (const [name, value] of medians)
    console.log(`  ${name.padEnd(52)} ${value.toFixed(2).padStart(9)} ms  ${(value / peer).toFixed(3).padStart(7)} ×`)
}

const { countColumns } = compileSteps(policy)
const events = eventsOf(ACTORS)
const ordered = inOrder(events, orderOfTime(events))
const shuffled = inOrder(events, shuffledOrder(events.actor.length))
const columns = {
  'in order of time, close ids': ordered,
  'in order of time, scattered ids': withScatteredIds(ordered),
  'shuffled, close ids': shuffled,
  'shuffled, scattered ids': withScatteredIds(shuffled),
}
const { counts } = countColumns(ordered)
for (const [name, one] of Object.entries(columns)) compare(name, countColumns(one), countColumns(ordered))
compare('plain code', countPlainly(ordered), counts)
console.log(`${ACTORS} actors with ${EACH} events each: ${counts.join(' → ')}; ${availableParallelism()} threads`)

const tables = { ordered, shuffled }
const duckdb = await loadDuckDB(tables)
const hasChdb = given.chdb !== undefined && existsSync(join(given.chdb, 'node_modules', 'chdb'))
if (!hasChdb) console.log('chdb is skipped: no --chdb DIR with node_modules/chdb')
const chdb = hasChdb ? loadChdb(given.chdb, tables) : undefined
for (const threads of new Set([1, availableParallelism()])) {
  for (const [table, order] of [
    ['ordered', 'in order of time'],
    ['shuffled', 'shuffled'],
  ]) {
    await duckdb.useThreads(threads)
    const peers = {
      'DuckDB, running maxima': () => duckdb.ask(WINDOWED(table)),
      'DuckDB, asof joins': () => duckdb.ask(JOINED(table)),
      ...(chdb === undefined ? {} : { 'chdb, windowFunnel': () => chdb.ask(`${FUNNEL(table)} settings max_threads = ${threads}`) }),
    }
    for (const [name, ask] of Object.entries(peers)) compare(name, await ask(), counts)
    const ours = Object.fromEntries(
      Object.entries(columns)
        .filter(([name]) => name.startsWith(order))
        .map(([name, one]) => [name, () => countColumns(one)]),
    )
    await timeInTurn(
      `${events.actor.length} events, ${order}; DuckDB and chdb on threads: ${threads}`,
      { ...ours, ...peers },
      (name) => name in peers,
    )
  }
}
duckdb.close()
chdb?.close()

const SIZES = [100_000, 1_000_000, 10_000_000].filter((size) => size <= 10 * ACTORS)
for (const order of ['in order of time', 'shuffled']) {
  console.log(`\ngrowth, scattered ids, ${order}`)
  for (const size of SIZES) {
    const some = eventsOf(size / EACH)
    const one = withScatteredIds(inOrder(some, order === 'shuffled' ? shuffledOrder(size) : orderOfTime(some)))
    const times = []
    for (let round = 0; round < Math.max(5, 3e6 / size); round++) {
      const start = process.hrtime.bigint()
      countColumns(one)
      times.push(Number(process.hrtime.bigint() - start))
    }
    console.log(`  ${String(size).padStart(9)} events ${(median(times) / size).toFixed(1).padStart(7)} ns an event`)
  }
}

const PART = Math.min(events.actor.length, 1_000_000)
const rows = Array.from({ length: PART }, (_, row) => ({
  actor: `A-${events.actor[row]}`,
  at: new Date(events.at[row]).toISOString(),
  step: STEPS[events.step[row]] ?? 'other',
}))
const part = { actor: events.actor.subarray(0, PART), at: events.at.subarray(0, PART), step: events.step.subarray(0, PART) }
compare('rows', countSteps(rows, policy).counts, countColumns(part).counts)
sideBySide(
  `${PART} events as objects with text ids and ISO moments, every field checked`,
  'countSteps',
  { countSteps: () => countSteps(rows, policy) },
  { rounds: 3, warmup: 1 },
)
