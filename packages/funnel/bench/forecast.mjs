// forecastSales over an open pipeline, everything included: the log is checked and followed, deals judged, their sum worked out. Exactly, for deals of a few prices, against sums in a Map; by simulation, for
// deals of unlike amounts, against a plain loop with Math.random, neither of which checks anything. Before anything is timed, all must agree: exactly, or within the error of the simulation. Then how the time grows
// with the deals, by stage and by age.
import { loadavg } from 'node:os'
import { forecastSales } from '@clientele/funnel'
import { sideBySide } from '../../core/bench/sideBySide.mjs'

const pipeline = {
  kind: 'pipeline',
  id: 'sales',
  version: 1,
  stages: [
    { id: 'quoted', winPercent: 25 },
    { id: 'negotiating', winPercent: 60 },
  ],
  won: 'won',
  lost: 'lost',
  lossReasons: [],
  skips: 'allow',
  regressions: 'allow',
  currency: 'EUR',
}
const asOf = '2024-05-31'
const options = { asOf, method: 'stage', periods: [{ from: '2024-06-01', to: '2024-06-30' }], target: 500_000 }
const dateOf = (day) => new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10)

/** Open deals, expected in June: of ten prices, or of as many amounts as deals. */
function openDeals(count, isPriced) {
  return Array.from({ length: count }, (_, deal) => {
    const amount = isPriced ? 500 * (1 + (deal % 10)) : (100_000 + ((deal * 7919) % 900_001)) / 100
    return { deal, at: dateOf(deal % 140), to: deal % 3 === 0 ? 'negotiating' : 'quoted', amount, expected: '2024-06-15' }
  })
}

/** The same deals, and as many that were decided before. */
function withHistory(open) {
  const past = open.flatMap(({ deal, at, to, amount }) => {
    const left = dateOf((deal % 140) + 1 + ((deal * 31) % 11))
    return [
      { deal: `past-${deal}`, at, to, amount },
      { deal: `past-${deal}`, at: left, to: deal % 5 < 2 ? 'won' : 'lost' },
    ]
  })
  return [...past, ...open.map(({ expected, ...change }) => change)]
}

const chanceOf = ({ to }) => (to === 'quoted' ? 0.25 : 0.6)

function sumInMap(deals) {
  let sums = new Map([[0, 1]])
  for (const deal of deals) {
    const chance = chanceOf(deal)
    const next = new Map()
    for (const [sum, probability] of sums) {
      next.set(sum, (next.get(sum) ?? 0) + probability * (1 - chance))
      next.set(sum + deal.amount, (next.get(sum + deal.amount) ?? 0) + probability * chance)
    }
    sums = next
  }
  let above = 0
  for (const [sum, probability] of sums) if (sum >= options.target) above += probability
  return above
}

function simulatePlainly(deals, draws) {
  let above = 0
  for (let draw = 0; draw < draws; draw += 1) {
    let sum = 0
    for (const deal of deals) if (Math.random() < chanceOf(deal)) sum += deal.amount
    if (sum >= options.target) above += 1
  }
  return above / draws
}

function compare(name, found, expected, tolerance) {
  if (!(Math.abs(found - expected) <= tolerance)) throw new Error(`${name}: ${found}, but ${expected}`)
}

const printLoad = () => console.log(`load of the machine: ${loadavg()[0].toFixed(2)}`)

const priced = openDeals(500, true)
const unlike = openDeals(250, false)
const [exact] = forecastSales(priced, pipeline, options).periods
const simulated = forecastSales(unlike, pipeline, options)
if (exact.computed !== 'exact' || simulated.periods[0].computed !== 'simulated') throw new Error('not computed as expected')
compare('Map', sumInMap(priced), exact.probabilityOfTarget, 1e-9)
const { draws } = simulated.simulation
compare('plain loop', simulatePlainly(unlike, draws), simulated.periods[0].probabilityOfTarget, 4 * Math.sqrt(0.5 / draws))

printLoad()
sideBySide(
  `${priced.length} deals of ten prices, exactly`,
  'forecastSales',
  { forecastSales: () => forecastSales(priced, pipeline, options), 'sums in a Map': () => sumInMap(priced) },
  { rounds: 9, warmup: 3 },
)
sideBySide(
  `${unlike.length} deals of unlike amounts, ${draws} draws`,
  'forecastSales',
  { forecastSales: () => forecastSales(unlike, pipeline, options), 'plain loop with Math.random': () => simulatePlainly(unlike, draws) },
  { rounds: 9, warmup: 3 },
)

console.log('\ngrowth: unlike amounts; microseconds a deal')
for (const method of ['stage', 'age']) {
  const logs = [1000, 10_000, 100_000].map((count) => (method === 'stage' ? openDeals(count, false) : withHistory(openDeals(count, false))))
  const asked = method === 'stage' ? options : { ...options, method, newDeals: 'history', season: 'month-of-quarter' }
  const variants = Object.fromEntries(logs.map((log) => [`by ${method}, ${log.length} changes`, () => forecastSales(log, pipeline, asked)]))
  const medians = sideBySide(`by ${method}`, Object.keys(variants)[1], variants, { rounds: 5, warmup: 1 })
  for (const [index, value] of [...medians.values()].entries()) console.log(`    ${((1e3 * value) / 10 ** (index + 3)).toFixed(1)} µs an open deal`)
}
