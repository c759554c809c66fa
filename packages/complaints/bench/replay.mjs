// A million events of one complaint, and the histories of 100,000 complaints, replayed with every event checked: beside a plain loop that spreads the state
// and checks nothing, and XState 5 on the machine that the same definition is exported to, its guards always open. Before anything is timed, all must agree
// on where every complaint stands. Fewer events can be given: node bench/replay.mjs 100000
import { loadavg } from 'node:os'
import { compileWorkflow, decideComplaint, replayComplaint, toXState } from '@clientele/complaints'
import { eightSteps } from '@clientele/complaints/templates'
import { assign, createMachine, initialTransition, transition } from 'xstate'
import { sideBySide } from '../../core/bench/sideBySide.mjs'

const EVENTS = Number(process.argv[2] ?? 1_000_000)
const COMPLAINTS = Math.ceil(EVENTS / 10)
const PART = Math.ceil(COMPLAINTS / 20)

const at = '2024-03-01T09:00:00+08:00'
const agent = { id: 'li', role: 'agent' }
const compiled = compileWorkflow(eightSteps)

/** The commands of a complaint that goes the whole way. */
const way = [
  { type: 'expressSympathy' },
  { type: 'judgeComplaint', verdict: 'upheld', grounds: 'It does leak.' },
  { type: 'assignDepartment', department: 'works' },
  { type: 'analyseCause', cause: 'product-or-service-defect' },
  { type: 'proposeSolution', remedy: 'a new kettle', amount: '120', currency: 'CNY' },
  { type: 'approveSolution', by: { id: 'chen', role: 'manager' }, paidToCustomer: '0' },
  { type: 'notifyCustomer' },
  { type: 'carryOutSolution' },
  { type: 'recordCustomerResponse', response: 'accepted' },
  { type: 'evaluateComplaint' },
].map((told) => ({ at, by: agent, ...told }))

/** What can happen to a complaint over and over. */
const round = ['escalate', 'awaitCustomer', 'changePriority', 'customerReplied', 'correctRecord'].map((type) => ({
  type,
  at,
  by: agent,
  priority: 'high',
}))

const opening = { type: 'recordComplaint', at, by: agent, customer: 'Wang', content: 'product-quality', description: 'The kettle leaks.' }

function decided(decision) {
  if (!decision.ok) throw new Error(JSON.stringify(decision.reasons))
  return decision.events
}

function historyOf(complaint, commands) {
  const events = [...decided(compiled.openComplaint({ ...opening, complaint }))]
  let state = compiled.replayComplaint(events)
  for (const command of commands) {
    for (const event of decided(compiled.decideComplaint({ command, state }))) {
      events.push(event)
      state = compiled.evolveComplaint({ state, event })
    }
  }
  return events
}

/** One complaint to which a few things happen over and over. */
function longHistory() {
  const events = historyOf('C-0', round)
  const again = events.slice(2)
  while (events.length < EVENTS) events.push({ ...again[(events.length - 2) % again.length], sequence: events.length + 1 })
  return events
}

/** What most would write: what happened is spread into the state, unread. */
function plain(events) {
  return events.reduce(
    ({ facts, record }, { type, by, at: moment, sequence, step, complaint, definition, cycle, command, following, ...fields }) => ({
      complaint,
      definition,
      sequence,
      following,
      step,
      cycle,
      updatedAt: moment,
      facts: { ...facts, [type]: { sequence, at: moment, by } },
      record: { ...record, ...fields },
    }),
    { facts: {}, record: {} },
  )
}

const machine = createMachine(
  { ...toXState(eightSteps), context: { sequence: 2, returnTo: [], facts: {} } },
  {
    guards: {
      allowed: ({ context, event }, { cameFrom, when }) => (cameFrom ?? context.returnTo.at(-1)) === context.returnTo.at(-1) && isMet(when, event),
    },
    actions: {
      record: assign(({ context, event }, { emits, from, to, remembers }) => ({
        sequence: context.sequence + emits.length,
        returnTo: from === to ? context.returnTo : remembers ? [...context.returnTo, from] : [],
        facts: { ...context.facts, ...Object.fromEntries(emits.map((type) => [type, { by: event.by, at: event.at }])) },
      })),
    },
  },
)

/** Of conditions only what tells moves on one command from each other. */
function isMet(when, event) {
  const [first] = when?.any ?? [when]
  const field = first?.field?.split('.')
  return field?.[0] !== 'command' || first.operator !== 'equals' || event[field[1]] === first.value
}

function throughXState(commands) {
  let [snapshot] = initialTransition(machine)
  for (const command of commands) [snapshot] = transition(machine, snapshot, command)
  return snapshot
}

const long = longHistory()
const histories = Array.from({ length: COMPLAINTS }, (_, index) => historyOf(`C-${index}`, way))
const longCommands = Array.from({ length: Math.ceil(long.length / 50) }, (_, index) => round[index % round.length])
const part = histories.slice(0, PART)

const one = compiled.replayComplaint(long)
for (const [state, expected] of [[plain(long), one], ...histories.map((events) => [plain(events), compiled.replayComplaint(events)])]) {
  const isSame = ['complaint', 'sequence', 'step', 'cycle', 'facts', 'record'].every(
    (key) => JSON.stringify(state[key]) === JSON.stringify(expected[key]),
  )
  if (!isSame) throw new Error(`${JSON.stringify(state)}, not ${JSON.stringify(expected)}`)
}
const last = throughXState(way)
if (last.value !== 'closed' || last.context.sequence !== histories[0].length) throw new Error(`${last.value}, ${last.context.sequence}`)
console.log(`${long.length} events of one complaint, ${histories.flat().length} of ${histories.length}; load ${loadavg()[0].toFixed(1)}`)

const few = { rounds: 3, warmup: 1 }
sideBySide(
  `${long.length} events of one complaint`,
  'a plain loop, nothing checked',
  { 'a plain loop, nothing checked': () => plain(long), replayComplaint: () => replayComplaint(long, eightSteps) },
  few,
)
const beginning = long.slice(0, longCommands.length)
sideBySide(
  `${beginning.length} events of one complaint`,
  'a plain loop, nothing checked',
  {
    'a plain loop, nothing checked': () => plain(beginning),
    replayComplaint: () => replayComplaint(beginning, eightSteps),
    'XState, as many commands': () => throughXState(longCommands),
  },
  few,
)
sideBySide(
  `${histories.length} complaints that went the whole way`,
  'a plain loop, nothing checked',
  {
    'a plain loop, nothing checked': () => histories.map(plain),
    'replayComplaint, compiled': () => histories.map((events) => compiled.replayComplaint(events)),
  },
  few,
)
sideBySide(
  `${part.length} complaints that went the whole way`,
  'replayComplaint, compiled',
  {
    'replayComplaint, compiled': () => part.map((events) => compiled.replayComplaint(events)),
    'XState, from command to command': () => part.map(() => throughXState(way)),
  },
  few,
)
const subject = { command: { ...way[5], expectedSequence: 7 }, state: compiled.replayComplaint(histories[0].slice(0, 7)) }
sideBySide(
  '1000 decisions',
  'decideComplaint, compiled',
  {
    'decideComplaint, compiled': () => Array.from({ length: 1_000 }, () => compiled.decideComplaint(subject)),
    'decideComplaint, the definition compared each time': () => Array.from({ length: 1_000 }, () => decideComplaint(subject, eightSteps)),
  },
  few,
)
