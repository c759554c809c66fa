import type { RfmScheme, Transaction } from '../src/index.js'

/** What the naive way finds of a customer. */
export interface NaiveScore {
  readonly customer: string
  readonly recencyDays: number | null
  readonly frequency: number
  readonly r: number
  readonly f: number
  readonly m: number
}

type Fraction = readonly [bigint, bigint]
type Value = Fraction | null

const PLACES = 30

/** A decimal without an exponent, in units of 10 to the power of −30. */
function unitsOf(amount: string | number): bigint {
  const [whole = '', decimals = ''] = String(amount).split('.')
  return BigInt(whole + decimals.padEnd(PLACES, '0'))
}

const fractionOf = (amount: string | number): Fraction => [unitsOf(amount), 10n ** BigInt(PLACES)]
const compare = ([a, b]: Fraction, [c, d]: Fraction): number => (a * d < c * b ? -1 : a * d > c * b ? 1 : 0)

/** How many values something holds for. */
const count = (values: readonly Fraction[], holds: (value: Fraction) => boolean): number => values.filter(holds).length

/** The nearest number to a fraction: that of its first hundred decimal places. */
function numberOf([a, b]: Fraction): number {
  const scaled = ((a < 0n ? -a : a) * 10n ** 100n) / b
  return Number(`${a < 0n ? '-' : ''}${scaled}e-100`) + 0
}

/** The scores of R's package rfm, as it finds them: `quantile(x, seq(0, 1, length.out = bins + 1)) + 1`, then interval by interval. */
function scoreAsR(all: readonly Value[], bins: number, isRecency: boolean): number[] {
  const own = all.map((value) => (value === null ? Number.NaN : numberOf(value)))
  const x = own.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b)
  const cuts = Array.from({ length: bins - 1 }, (_, cut) => {
    const index = 1 + (x.length - 1) * ((cut + 1) * (1 / bins))
    const [low, high] = [x[Math.floor(index) - 1] as number, x[Math.ceil(index) - 1] as number]
    const h = index - Math.floor(index)
    return (h > 0 && high !== low ? (1 - h) * low + h * high : low) + 1
  })
  const [lower, upper] = [
    [Number.NEGATIVE_INFINITY, ...cuts],
    [...cuts, Number.POSITIVE_INFINITY],
  ]
  return own.map((value) => {
    let score = 1
    for (let bin = 0; bin < bins; bin++) {
      if (value >= (lower[bin] as number) && value < (upper[bin] as number)) score = isRecency ? bins - bin : bin + 1
    }
    return score
  })
}

/** The score of one value among all, where more is better; for recency values are turned round before. */
function scoreByBins(own: Fraction, values: readonly Fraction[], bins: number): number {
  const compared = values.map((value) => compare(value, own))
  const below = compared.filter((sign) => sign < 0).length
  const atOrBelow = compared.filter((sign) => sign <= 0).length
  if (atOrBelow === values.length) return bins
  return below === 0 ? 1 : 1 + Math.floor((bins * (below + atOrBelow)) / (2 * values.length))
}

/** Scores by the definitions, each customer against all others. */
export function scoreNaively(transactions: readonly Transaction[], scheme: RfmScheme, asOf: string): NaiveScore[] {
  const { measure, statistic } = scheme.monetary ?? { measure: 'net', statistic: 'sum' }
  const known = transactions.filter(({ date }) => date <= asOf)
  const summaries = [...new Set(known.map(({ customer }) => customer))].sort().map((customer) => {
    const own = known.filter((transaction) => transaction.customer === customer)
    const purchases = own.filter(({ amount }) => unitsOf(amount) > 0n)
    const last = purchases
      .map(({ date }) => date)
      .sort()
      .at(-1)
    const counted = measure === 'gross' ? purchases : own
    const sum = counted.reduce((total, { amount }) => total + unitsOf(amount), 0n)
    const scale = 10n ** BigInt(PLACES)
    const mean: Value = purchases.length === 0 ? null : [sum, scale * BigInt(purchases.length)]
    const recencyDays = last === undefined ? null : (Date.parse(asOf) - Date.parse(last)) / 86_400_000
    return { customer, recencyDays, frequency: purchases.length, monetary: statistic === 'mean' ? mean : ([sum, scale] as Fraction) }
  })
  const recencies = summaries.map(({ recencyDays }): Value => (recencyDays === null ? null : [BigInt(recencyDays), 1n]))
  const frequencies = summaries.map(({ frequency }): Value => [BigInt(frequency), 1n])
  const sums = summaries.map(({ monetary }) => monetary)
  const scores = [
    scoreAll(recencies, scheme, 'recency'),
    scoreAll(frequencies, scheme, 'frequency').map((score, index) => (summaries[index]?.frequency === 0 ? 1 : score)),
    scoreAll(sums, scheme, 'monetary'),
  ]
  return summaries.map(({ customer, recencyDays, frequency }, index) => {
    const [r, f, m] = scores.map((list) => list[index] as number) as [number, number, number]
    return { customer, recencyDays, frequency, r, f, m }
  })
}

function scoreAll(all: readonly Value[], scheme: RfmScheme, measure: 'recency' | 'frequency' | 'monetary'): number[] {
  const isRecency = measure === 'recency'
  if (scheme.cuts === undefined && scheme.compatible === undefined) {
    const turned = all.map((value): Value => (isRecency && value !== null ? [-value[0], value[1]] : value))
    const known = turned.filter((value) => value !== null)
    return turned.map((value) => (value === null ? 1 : scoreByBins(value, known, scheme.bins)))
  }
  if (scheme.cuts === undefined) return scoreAsR(all, scheme.bins, isRecency)
  const cuts = scheme.cuts[measure].map(fractionOf)
  const bins = cuts.length + 1
  return all.map((value) => {
    if (value === null) return 1
    const passed = count(cuts, (cut) => compare(cut, value) <= 0)
    return isRecency ? bins - passed : 1 + passed
  })
}
