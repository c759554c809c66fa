// The histories of up to a million events analysed, every event checked: beside a plain loop that checks nothing and tells the Pareto charts, the time in each
// step and the rework alone. Before anything is timed, both must agree on all of these. Then with the definition, and with clocks. Fewer events can be given:
// node bench/analysis.mjs 100000
import { loadavg } from 'node:os'
import { analyseComplaints, compileWorkflow } from '@clientele/complaints'
import { eightSteps } from '@clientele/complaints/templates'
import { sideBySide } from '../../core/bench/sideBySide.mjs'

const EVENTS = Number(process.argv[2] ?? 1_000_000)
const START = Date.parse('2024-01-01T00:00:00Z')
const MINUTE = 60_000

const agent = { id: 'li', role: 'agent' }
const manager = { id: 'chen', role: 'manager' }
const compiled = compileWorkflow(eightSteps)

/** The commands of a complaint that waits for the customer, whose solution is sent back once, and that goes the whole way. */
const way = [
  { type: 'expressSympathy' },
  { type: 'awaitCustomer' },
  { type: 'customerReplied' },
  { type: 'judgeComplaint', verdict: 'upheld', grounds: 'It does leak.' },
  { type: 'assignDepartment', department: 'works' },
  { type: 'analyseCause', cause: 'product-or-service-defect' },
  { type: 'proposeSolution', remedy: 'a new kettle', amount: '120', currency: 'CNY' },
  { type: 'sendBack', by: manager },
  { type: 'proposeSolution', remedy: 'a new kettle', amount: '100', currency: 'CNY' },
  { type: 'approveSolution', by: manager, paidToCustomer: '0' },
  { type: 'notifyCustomer' },
  { type: 'carryOutSolution' },
  { type: 'recordCustomerResponse', response: 'accepted' },
  { type: 'evaluateComplaint' },
].map((told) => ({ at: new Date(START).toISOString(), by: agent, ...told }))
const opening = { type: 'recordComplaint', at: way[0].at, by: agent, complaint: 'C', customer: 'Wang', content: 'service', description: 'It leaks.' }

function decided(decision) {
  if (!decision.ok) throw new Error(JSON.stringify(decision.reasons))
  return decision.events
}

function wholeHistory() {
  const events = [...decided(compiled.openComplaint(opening))]
  let state = compiled.replayComplaint(events)
  for (const command of way) {
    for (const event of decided(compiled.decideComplaint({ command, state }))) {
      events.push(event)
      state = compiled.evolveComplaint({ state, event })
    }
  }
  return events
}

const causes = ['poor-management', 'product-or-service-defect', 'character', 'leisure']
const contents = ['product-quality', 'service', 'goods-transport']
const departments = ['works', 'shop', 'office', 'transport', 'law']

/** The history again, of another complaint each time, some of them cut off where they stand still. */
function histories(count, pattern) {
  return Array.from({ length: count }, (_, index) =>
    pattern.slice(0, index % 7 === 0 ? 9 : undefined).map((event, place) => ({
      ...event,
      complaint: `C-${index}`,
      at: new Date(START + (index * 7 + place * (40 + ((index * 31) % 97))) * MINUTE).toISOString(),
      ...('content' in event ? { content: contents[index % contents.length] } : {}),
      ...('cause' in event ? { cause: causes[(index % 11) % causes.length] } : {}),
      ...('department' in event ? { department: departments[(index % 13) % departments.length] } : {}),
    })),
  )
}

function bars(counts, total) {
  let sum = 0
  return [...counts]
    .sort(([one, count], [other, otherCount]) =>
      one === null || other === null ? (one === null ? 1 : -1) : otherCount - count || (one < other ? -1 : 1),
    )
    .map(([name, count]) => {
      sum += count
      return [name, count, count / total, sum / total]
    })
}

function quantile(sorted, part) {
  const place = (sorted.length - 1) * part
  const below = Math.floor(place)
  return sorted[below] + (sorted[Math.min(below + 1, sorted.length - 1)] - sorted[below]) * (place - below)
}

/** What most would write. */
function plain(logs) {
  const counted = { cause: new Map(), content: new Map(), department: new Map() }
  const times = new Map()
  const again = new Map()
  for (const events of logs) {
    const last = { cause: null, content: null, department: null }
    const entered = new Set()
    let step
    let since = 0
    for (const event of events) {
      const moment = Date.parse(event.at)
      for (const field in last) if (event[field] !== undefined) last[field] = event[field]
      if (event.step === step) continue
      if (step !== undefined) {
        const seconds = times.get(step)
        if (seconds === undefined) times.set(step, [(moment - since) / 1000])
        else seconds.push((moment - since) / 1000)
      }
      if (entered.has(event.step) && event.type !== 'CustomerReplied') again.set(event.step, (again.get(event.step) ?? 0) + 1)
      entered.add(event.step)
      step = event.step
      since = moment
    }
    for (const field in last) counted[field].set(last[field], (counted[field].get(last[field]) ?? 0) + 1)
  }
  return {
    bars: Object.values(counted).map((counts) => bars(counts, logs.length)),
    times: [...times].map(([step, list]) => {
      const sorted = Float64Array.from(list).sort()
      return [step, quantile(sorted, 0.5), quantile(sorted, 0.9), sorted.length]
    }),
    again: [...again].sort(([one, count], [other, otherCount]) => otherCount - count || (one < other ? -1 : 1)),
  }
}

/** The same of an analysis, in the same order. */
function figuresOf({ byCause, byContent, byDepartment, timeInStep, rework }, order) {
  const listed = [byCause, byContent, byDepartment].map((list) =>
    list.map(({ cause, content, department, count, share, cumulative }) => [cause ?? content ?? department ?? null, count, share, cumulative]),
  )
  const ended = new Map(timeInStep.filter(({ count }) => count > 0).map(({ step, median, p90, count }) => [step, [step, median, p90, count]]))
  return { bars: listed, times: order.map(([step]) => ended.get(step)), again: rework.steps.map(({ step, count }) => [step, count]) }
}

/** As a text, in which what floats leave over is left out. */
function text(figures) {
  return JSON.stringify(figures, (_, value) => (typeof value === 'number' ? Number(value.toPrecision(12)) : value))
}

const pattern = wholeHistory()
const all = histories(Math.ceil(EVENTS / pattern.length), pattern)
const tenth = all.slice(0, Math.ceil(all.length / 10))
const count = (logs) => logs.reduce((sum, { length }) => sum + length, 0)
const asOf = '2040-12-31'
const clocks = {
  kind: 'clock-policy',
  id: 'service',
  version: '1',
  clocks: [{ id: 'resolution', starts: 'ComplaintRecorded', stops: 'ComplaintClosed', target: 'PT24H', mayWait: true }],
}

for (const logs of [tenth, all]) {
  const expected = plain(logs)
  for (const options of [{ asOf }, { asOf, definition: eightSteps }]) {
    const found = text(figuresOf(analyseComplaints(logs, options), expected.times))
    if (found !== text(expected)) throw new Error(`${found}, not ${text(expected)}`)
  }
}
console.log(`${count(all)} events of ${all.length} complaints; load ${loadavg()[0].toFixed(1)}`)

const few = { rounds: 3, warmup: 1 }
for (const logs of [tenth, all]) {
  sideBySide(
    `${count(logs)} events`,
    'a plain loop, nothing checked',
    {
      'a plain loop, nothing checked': () => plain(logs),
      analyseComplaints: () => analyseComplaints(logs, { asOf }),
      'analyseComplaints, with the definition': () => analyseComplaints(logs, { asOf, definition: eightSteps }),
    },
    few,
  )
}
sideBySide(
  `${count(tenth)} events`,
  'analyseComplaints, with the definition',
  {
    'analyseComplaints, with the definition': () => analyseComplaints(tenth, { asOf, definition: eightSteps }),
    'the same, and a clock': () => analyseComplaints(tenth, { asOf, definition: eightSteps, clocks }),
  },
  few,
)
sideBySide(
  'growth',
  `${count(tenth)} events`,
  {
    [`${count(tenth)} events`]: () => analyseComplaints(tenth, { asOf }),
    [`${count(all)} events`]: () => analyseComplaints(all, { asOf }),
  },
  few,
)
