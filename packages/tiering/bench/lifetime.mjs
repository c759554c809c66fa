// A hundred thousand customers drawn from CDNOW's published parameters: expected purchases against the published formula with a plain hypergeometric series,
// as it stands in Python's lifetimes; lifetime values of the book; and the fit, against Nelder-Mead (npm's fmin) on the same log-likelihood. Before
// anything is timed, predictions must agree to nine digits, and the maxima to six.
import { expectedPurchases, fitBgNbd, lifetimeValues, probabilityAlive } from '@clientele/tiering'
// 0.0.4 cannot be imported by Node.
import { nelderMead } from 'fmin'
import { sideBySide } from '../../core/bench/sideBySide.mjs'

const CUSTOMERS = Number(process.argv[2] ?? 100_000)
const WEEKS = 39
const purchases = { model: 'bg-nbd', unit: 'week', r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 }
const spend = { model: 'gamma-gamma', p: 6.25, q: 3.74, v: 15.44 }
const options = { horizon: WEEKS }

let state = 1
/** A reproducible number above 0 and below 1 (mulberry32). */
function draw() {
  state = (state + 0x6d2b79f5) | 0
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
  return (((mixed ^ (mixed >>> 14)) >>> 0) + 0.5) / 2 ** 32
}

/** Gamma, by Marsaglia and Tsang 2000; of shapes below 1 by raising the shape. */
function drawGamma(shape) {
  if (shape < 1) return drawGamma(shape + 1) * draw() ** (1 / shape)
  const d = shape - 1 / 3
  for (;;) {
    const normal = Math.sqrt(-2 * Math.log(draw())) * Math.cos(2 * Math.PI * draw())
    const v = (1 + normal / Math.sqrt(9 * d)) ** 3
    if (v > 0 && Math.log(draw()) < (normal * normal) / 2 + d - d * v + d * Math.log(v)) return d * v
  }
}

/** A customer who buys at a rate of its own until it stops, which it does after a purchase with a probability of its own. */
function drawCustomer(_, index) {
  const { r, alpha, a, b } = purchases
  const rate = drawGamma(r) / alpha
  const [one, other] = [drawGamma(a), drawGamma(b)]
  const stops = one / (one + other)
  const age = (189 + Math.floor(draw() * 84)) / 7
  let [repeatPurchases, lastPurchaseAge, day] = [0, 0, 0]
  for (;;) {
    day += (-Math.log(draw()) / rate) * 7
    const whole = Math.ceil(day)
    if (whole / 7 > age) break
    if (whole / 7 > lastPurchaseAge) repeatPurchases += 1
    lastPurchaseAge = whole / 7
    if (draw() < stops) break
  }
  return { customer: `C-${index}`, repeatPurchases, lastPurchaseAge, age, meanSpend: repeatPurchases === 0 ? 0 : 10 + (index % 50) }
}

const customers = Array.from({ length: CUSTOMERS }, drawCustomer)

/** The hypergeometric function by its own series, until a term no longer counts. */
function hypergeometric(a, b, c, z) {
  let [term, sum] = [1, 1]
  for (let k = 0; Math.abs(term) > 1e-16 * sum; k++) {
    term *= ((a + k) * (b + k) * z) / ((c + k) * (k + 1))
    sum += term
  }
  return sum
}

function published({ repeatPurchases: x, lastPurchaseAge, age }, { r, alpha, a, b }, horizon) {
  const series = hypergeometric(r + x, b + x, a + b + x - 1, horizon / (alpha + age + horizon))
  const alive = ((a + b + x - 1) / (a - 1)) * (1 - ((alpha + age) / (alpha + age + horizon)) ** (r + x) * series)
  return alive / (1 + (x === 0 ? 0 : (a / (b + x - 1)) * ((alpha + age) / (alpha + lastPurchaseAge)) ** (r + x)))
}

/** Lanczos's approximation, as most have it. */
function logGamma(x) {
  const coefficients = [676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905, -0.13857109526572012]
  const sum = coefficients.reduce((total, coefficient, index) => total + coefficient / (x + index), 0.99999999999980993)
  const t = x + 6.5
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(sum + 9.984369578019572e-6 / (x + 6) + 1.5056327351493116e-7 / (x + 7))
}

/** The log-likelihood, customer by customer. */
function logLikelihood(logs, book) {
  const [r, alpha, a, b] = logs.map(Math.exp)
  const constant = r * Math.log(alpha) - logGamma(r) + logGamma(a + b) - logGamma(b)
  let sum = 0
  for (const { repeatPurchases: x, lastPurchaseAge, age } of book) {
    const silent = x === 0 ? 0 : (a / (b + x - 1)) * ((alpha + age) / (alpha + lastPurchaseAge)) ** (r + x)
    sum += constant + logGamma(r + x) + logGamma(b + x) - logGamma(a + b + x) - (r + x) * Math.log(alpha + age) + Math.log1p(silent)
  }
  return sum
}

const fitted = (book) => fitBgNbd(book, { unit: 'week' })
const searched = (book) =>
  nelderMead((logs) => -logLikelihood(logs, book), [0, 1, 0, 1], { minErrorDelta: 1e-10, minTolerance: 1e-8, maxIterations: 4_000 })

for (const customer of customers) {
  const [ours, theirs] = [expectedPurchases(customer, purchases, options), published(customer, purchases, WEEKS)]
  if (!(Math.abs(ours - theirs) <= 1e-9 * (1 + theirs))) throw new Error(`${JSON.stringify(customer)}: ${ours}, not ${theirs}`)
}
const part = customers.slice(0, 2_357)
const [own, other] = [fitted(part), searched(part)]
if (!(own.converged && Math.abs(own.logLikelihood + other.fx) < 1e-6 * Math.abs(other.fx))) throw new Error(`${own.logLikelihood}, not ${-other.fx}`)
console.log(`${part.length} customers: log-likelihood ${own.logLikelihood} in ${own.iterations} iterations; Nelder-Mead ${-other.fx}`)

sideBySide(`Predictions of ${CUSTOMERS} customers`, 'the published formula, unchecked', {
  'the published formula, unchecked': () => customers.map((customer) => published(customer, purchases, WEEKS)),
  'expectedPurchases, every field checked': () => customers.map((customer) => expectedPurchases(customer, purchases, options)),
  'probabilityAlive, every field checked': () => customers.map((customer) => probabilityAlive(customer, purchases)),
  'lifetimeValues, 52 weeks': () => lifetimeValues(customers, { purchases, spend }, { horizon: 52, discountRate: '0.002', marginRate: '0.3' }),
})
sideBySide(
  `The fit of ${part.length} customers`,
  'Nelder-Mead',
  { 'Nelder-Mead': () => searched(part), fitBgNbd: () => fitted(part) },
  { rounds: 5, warmup: 1 },
)
sideBySide(`The fit of ${CUSTOMERS} customers`, 'fitBgNbd', { fitBgNbd: () => fitted(customers) }, { rounds: 3, warmup: 1 })
