// A million events of a help desk, in order of time and in none, analysed against a plain loop that checks nothing, and how the time grows from 100,000 events to ten
// million. Before anything is timed, both must find the same variants and the same times. Built dists are needed; ten million events as objects need room:
// node --max-old-space-size=6144 bench/eventLog.mjs; fewer can be asked for: node bench/eventLog.mjs 1000000
import { availableParallelism, loadavg } from 'node:os'
import { analyseEventLog } from '@clientele/complaints'
import { sideBySide } from '../../core/bench/sideBySide.mjs'

const GREATEST = Number(process.argv[2] ?? 10_000_000)
const COMPARED = Math.min(1_000_000, GREATEST)
const GROWTH = [100_000, 1_000_000, 10_000_000].filter((count) => count <= GREATEST)
const EVENTS_A_CASE = 5
const ACTIVITIES = ['Assign seriousness', 'Take in charge ticket', 'Wait', 'Require upgrade', 'Resolve ticket', 'Closed']
const START = Date.UTC(2026, 0, 1)
const YEAR_IN_SECONDS = 31_536_000
const options = { asOf: '2026-12-31' }

/** A reproducible number from 0 up to `bound`. */
function pick(row, salt, bound) {
  let mixed = Math.imul(row + 1, 2_654_435_761) ^ Math.imul(salt, 40_503)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 2_246_822_519)
  return ((mixed ^ (mixed >>> 13)) >>> 1) % bound
}

/** How many cases are open at a time where a log is in order of time. */
const OPEN = 1000

/** Events in no order: each is of any case, at any second of the year. */
function mixedLog(count) {
  const cases = Math.ceil(count / EVENTS_A_CASE)
  return logOf(count, (row) => ({ number: pick(row, 1, cases), second: pick(row, 3, YEAR_IN_SECONDS) }))
}

/** Events as a system writes them: in order of time, each of one of the cases that are open. */
function orderedLog(count) {
  return logOf(count, (row) => ({
    number: Math.floor(row / EVENTS_A_CASE) + pick(row, 1, OPEN),
    second: Math.floor((row / count) * YEAR_IN_SECONDS),
  }))
}

function logOf(count, placeOf) {
  return Array.from({ length: count }, (_, row) => {
    const { number, second } = placeOf(row)
    return { case: `Case ${number}`, activity: ACTIVITIES[pick(row, 2, ACTIVITIES.length)], at: new Date(START + second * 1000).toISOString() }
  })
}

/** The 50th or 90th percentile of sorted numbers. */
function percentile(sorted, percent) {
  const place = ((sorted.length - 1) * percent) / 100
  const below = sorted[Math.floor(place)]
  return below + (sorted[Math.ceil(place)] - below) * (place - Math.floor(place))
}

/** What most would write: a map of arrays, a sort and a join; nothing is checked, and moments are milliseconds. */
function plain(events) {
  const cases = new Map()
  for (const { case: id, activity, at } of events) {
    const list = cases.get(id)
    const one = { activity, at: Date.parse(at) }
    if (list === undefined) cases.set(id, [one])
    else list.push(one)
  }
  const [variants, gaps, activities] = [new Map(), new Map(), new Map()]
  let reworked = 0
  for (const list of cases.values()) {
    list.sort((one, other) => one.at - other.at)
    const path = list.map(({ activity }) => activity).join('\n')
    variants.set(path, (variants.get(path) ?? 0) + 1)
    if (new Set(list.map(({ activity }) => activity)).size < list.length) reworked++
    for (let index = 0; index < list.length; index++) {
      activities.set(list[index].activity, (activities.get(list[index].activity) ?? 0) + 1)
      if (index === 0) continue
      const pair = `${list[index - 1].activity}\n${list[index].activity}`
      const seconds = (list[index].at - list[index - 1].at) / 1000
      const known = gaps.get(pair)
      if (known === undefined) gaps.set(pair, [seconds])
      else known.push(seconds)
    }
  }
  const timeBetween = [...gaps].map(([pair, list]) => {
    list.sort((one, other) => one - other)
    return { pair, count: list.length, median: percentile(list, 50), p90: percentile(list, 90) }
  })
  return { cases: cases.size, variants, timeBetween, activities, reworked }
}

function sameOrThrow(events) {
  const [own, other] = [analyseEventLog(events, options), plain(events)]
  const near = (one, two) => Math.abs(one - two) <= 1e-6 * Math.max(1, Math.abs(two))
  const times = new Map(other.timeBetween.map((one) => [one.pair, one]))
  const isSame =
    own.cases === other.cases &&
    own.rework.cases === other.reworked &&
    own.variants.length === other.variants.size &&
    own.timeBetween.length === times.size &&
    own.activities.every(({ activity, count }) => other.activities.get(activity) === count) &&
    own.timeBetween.every(({ from, to, count, median, p90 }) => {
      const one = times.get(`${from}\n${to}`)
      return one.count === count && near(median, one.median) && near(p90, one.p90)
    })
  const differ = own.variants.filter(({ path, count }) => other.variants.get(path.join('\n')) !== count).length
  if (!isSame || differ > 0) throw new Error(`the plain loop finds something else: ${differ} variants`)
  return own
}

const baseline = 'a plain loop, nothing checked'
const few = { rounds: 3, warmup: 1 }

function compare(title, events) {
  const { cases, variants } = sameOrThrow(events)
  sideBySide(
    `${events.length} events of ${cases} cases, ${title}, ${variants.length} variants`,
    baseline,
    { [baseline]: () => plain(events), analyseEventLog: () => analyseEventLog(events, options) },
    few,
  )
}

console.log(`${availableParallelism()} cores, load ${loadavg()[0].toFixed(1)}, Node ${process.version}`)
compare('in order of time', orderedLog(COMPARED))
const mixed = mixedLog(COMPARED)
compare('in no order', mixed)
compare(
  'in no order',
  mixed.map((event) => ({ ...event, case: 'the only one' })),
)

/** The processor's time for one run, in milliseconds: other programs' work does not count. */
function processorTime(run) {
  const before = process.cpuUsage()
  run()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

for (const [title, make] of Object.entries({ 'in order of time': orderedLog, 'in no order': mixedLog })) {
  console.log(`\ngrowth, ${title}: processor time, the best of 2`)
  let before
  for (const count of GROWTH) {
    const events = make(count)
    const best = Math.min(...[1, 2].map(() => processorTime(() => analyseEventLog(events, options))))
    const ratio = before === undefined ? '' : `, ${(best / before).toFixed(1)} × the time of a tenth`
    console.log(`  ${String(count).padStart(9)} events  ${best.toFixed(0).padStart(6)} ms, ${((best * 1e6) / count).toFixed(0)} ns an event${ratio}`)
    before = best
  }
}
