// The clocks of 100,000 complaints, two each, with a wait and every span told: compiled, one by one, and beside a plain loop over Temporal that walks from
// window to window, tells the deadlines alone and checks nothing. Before anything is timed, all must agree on every deadline. Then ten times as many events
// a complaint, and twice as many complaints, to see how it grows. Fewer complaints can be given: node bench/clocks.mjs 10000
import { createRequire } from 'node:module'
import { loadavg } from 'node:os'
import { compileClocks, compileWorkflow, complaintClocks } from '@clientele/complaints'
import { eightSteps } from '@clientele/complaints/templates'
import { sideBySide } from '../../core/bench/sideBySide.mjs'

const { Temporal } = createRequire(new URL('../../core/package.json', import.meta.url))('temporal-polyfill')

const COMPLAINTS = Number(process.argv[2] ?? 100_000)
const PART = Math.ceil(COMPLAINTS / 50)
const MINUTE = 60_000
const START = Date.parse('2026-01-05T01:00:00Z')
const zone = 'Asia/Shanghai'

const day = [
  ['09:00', '12:00'],
  ['13:00', '17:00'],
]
const closed = ['2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20']
const windows = { mon: day, tue: day, wed: day, thu: day, fri: day }
const office = { kind: 'business-calendar', id: 'office', version: '1', zone, windows, closed, open: [{ date: '2026-02-14', windows: day }] }
const clock = { starts: 'ComplaintRecorded', calendar: 'office', mayWait: true }
const policy = {
  kind: 'clock-policy',
  id: 'service',
  version: '1',
  clocks: [
    { ...clock, id: 'first-response', stops: 'ComplaintAccepted', target: 'PT8H', warnAtPercent: '75' },
    { ...clock, id: 'resolution', stops: 'ComplaintClosed', target: 'PT40H', warnAtPercent: '75' },
  ],
}
const setting = { definition: eightSteps, calendars: { office } }
const compiled = compileClocks(policy, setting)
const workflow = compileWorkflow(eightSteps)

const by = { id: 'li', role: 'agent' }
const opening = { type: 'recordComplaint', by, complaint: 'C-0', customer: 'Wang', content: 'product-quality', description: 'The kettle leaks.' }
/** Minutes after the start, and what is done then. */
const way = [
  [30, { type: 'awaitCustomer' }],
  [200, { type: 'customerReplied' }],
  [300, { type: 'expressSympathy' }],
  [310, { type: 'judgeComplaint', verdict: 'upheld', grounds: 'It does leak.' }],
  [320, { type: 'assignDepartment', department: 'works' }],
  [1700, { type: 'analyseCause', cause: 'product-or-service-defect' }],
  [1800, { type: 'awaitCustomer' }],
  [4400, { type: 'customerReplied' }],
]

function decided(decision) {
  if (!decision.ok) throw new Error(JSON.stringify(decision.reasons))
  return decision.events
}

const moment = (minutes) => new Date(START + minutes * MINUTE).toISOString()

function historyOf(commands) {
  const events = [...decided(workflow.openComplaint({ ...opening, at: moment(0) }))]
  let state = workflow.replayComplaint(events)
  for (const [minutes, command] of commands) {
    for (const event of decided(workflow.decideComplaint({ command: { ...command, by, at: moment(minutes) }, state }))) {
      events.push(event)
      state = workflow.evolveComplaint({ state, event })
    }
  }
  return events
}

/** The history again, each time of another complaint that began at another time of some months. */
function histories(count, pattern) {
  const offsets = pattern.map(({ at }) => Date.parse(at) - START)
  return Array.from({ length: count }, (_, index) => {
    const begins = START + ((index * 7919) % 90_000) * MINUTE
    return pattern.map((event, place) => ({ ...event, complaint: `C-${index}`, at: new Date(begins + offsets[place]).toISOString() }))
  })
}

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const closedDates = new Set(closed)
const openDates = new Map(office.open.map((one) => [one.date, one.windows]))

function windowsOn(date) {
  const name = date.toString()
  return openDates.get(name) ?? (closedDates.has(name) ? [] : (windows[weekdays[date.dayOfWeek - 1]] ?? []))
}

/** Walks from window to window until `visit`, which gets each from its start or a moment in it, says that it is enough. */
function walk(from, visit) {
  let date = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone).toPlainDate()
  for (;;) {
    for (const [opens, closes] of windowsOn(date)) {
      const [first, last] = [opens, closes].map((time) => date.toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds)
      if (last > from && visit(Math.max(first, from), last)) return
    }
    date = date.add({ days: 1 })
  }
}

function openTime(from, to) {
  let sum = 0
  if (from >= to) return 0
  walk(from, (first, last) => {
    sum += Math.max(0, Math.min(last, to) - first)
    return last >= to || first >= to
  })
  return sum
}

function addOpenTime(from, duration) {
  let left = duration
  let due = from
  walk(from, (first, last) => {
    due = Math.min(first + left, last)
    left -= due - first
    return left === 0
  })
  return due
}

/** What most would write: the deadlines, moved wait by wait. */
function plain(events, at) {
  return policy.clocks.map(({ starts, stops, target }) => {
    const start = events.findIndex(({ type }) => type === starts)
    const stop = events.findIndex(({ type }, index) => index > start && type === stops)
    const hours = Number(/\d+/.exec(target)[0])
    let left = hours * 60 * MINUTE
    const begins = Date.parse(events[start].at)
    let due = addOpenTime(begins, left)
    events.slice(0, stop === -1 ? undefined : stop).forEach(({ type, at: since }, index) => {
      if (type !== 'CustomerAwaited' || Date.parse(since) >= due) return
      const until = Date.parse(events[index + 1]?.at ?? at)
      left += openTime(Date.parse(since), until)
      due = addOpenTime(begins, left)
    })
    return due
  })
}

const at = '2026-06-01T00:00:00Z'
const complaints = histories(COMPLAINTS, historyOf(way))
const part = complaints.slice(0, PART)
const longer = histories(
  Math.ceil(COMPLAINTS / 10),
  historyOf([...way, ...Array.from({ length: 10 * (way.length + 2) - way.length - 2 }, (_, index) => [4500 + index, { type: 'escalate' }])]),
)

for (const events of part) {
  const { clocks } = compiled.clocksOf(events, { at })
  const dues = JSON.stringify(clocks.map(({ due }) => Date.parse(due)))
  const oneShot = JSON.stringify(complaintClocks(events, policy, { ...setting, at }).clocks)
  if (JSON.stringify(plain(events, at)) !== dues) throw new Error(`${plain(events, at)}, not ${dues}`)
  if (JSON.stringify(clocks) !== oneShot) throw new Error(`${oneShot}, not ${JSON.stringify(clocks)}`)
}
const spans = compiled.clocksOf(complaints[0], { at }).clocks.map(({ trace }) => trace.spans.length)
console.log(
  `${complaints.length} complaints of ${complaints[0].length} events, two clocks each, of ${spans.join(' and ')} spans; load ${loadavg()[0].toFixed(1)}`,
)

const few = { rounds: 3, warmup: 1 }
const all = (list) => () => {
  let late = 0
  for (const events of list) for (const { status } of compiled.clocksOf(events, { at }).clocks) late += status === 'breached' ? 1 : 0
  return late
}
sideBySide(
  `${part.length} complaints`,
  'a plain loop over Temporal, deadlines alone',
  {
    'a plain loop over Temporal, deadlines alone': () => part.map((events) => plain(events, at)),
    compileClocks: all(part),
    'complaintClocks, one by one': () => part.map((events) => complaintClocks(events, policy, { ...setting, at })),
  },
  few,
)
sideBySide(
  'growth',
  `${COMPLAINTS / 2} complaints`,
  {
    [`${COMPLAINTS / 2} complaints`]: all(complaints.slice(0, COMPLAINTS / 2)),
    [`${COMPLAINTS} complaints`]: all(complaints),
    [`${longer.length} complaints of ${longer[0].length} events`]: all(longer),
  },
  few,
)
