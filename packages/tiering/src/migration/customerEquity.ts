import type { Issue, Path } from '@clientele/core'
import { checkKeys, checkRecord, createIssue, throwIssues } from '@clientele/core/checks'
import type { Decimal } from '@clientele/core/decimal'
import { beyondNumbers } from '../numbers/beyondNumbers.js'
import { type AlignedQuantities, alignQuantities, type Quantity, quantityText, readQuantity, unitsAt } from '../numbers/quantity.js'
import { closedTiers } from './closedTiers.js'
import { expectedValues, LongDecimal } from './expectedValues.js'
import { type ReadProjection, readProjection, readQuantities } from './readProjection.js'
import type { CustomerEquity, EquityCase } from './types.js'

/** Customers by tier, where they go and what they bring in, checked and read. */
interface ReadEquity extends ReadProjection {
  readonly margins: AlignedQuantities
  readonly discountRate: Quantity
}

const PATH: Path = ['equity']
const KEYS = ['counts', 'rates', 'margins', 'discountRate']

/**
 * Finds what all customers are worth now: what each will bring in while going from tier to tier, discounted, for ever.
 *
 * The period that begins now is not discounted, the next one is by 1 + `discountRate`, and so on. With margins of 1 where customers are there, of 0
 * where they are lost, and a discount rate of 0, a customer's worth is the number of periods for which one is expected to stay. It takes O(t³) products
 * of 80 digits for t tiers, which is some seconds for 100 of them.
 *
 * @param equity - `counts` and `rates` as in {@link projectTiers}; `margins`: what a customer of each tier brings in per period, of any sign;
 * `discountRate`: per period, from 0. It must be above 0 where customers who bring in something, or cost something, never leave.
 * @returns What one customer of each tier is worth, all of each tier, and all together, each computed to 80 digits and rounded to a number once: the
 * nearest to the exact one, unless margins of both signs cancel out in nearly all of those digits. In a tier whose row is all 0 a customer is worth one
 * period.
 * @throws {@link InputError} if anything is not as stated, with every issue; if the sum has no end; or if the answer is beyond what a number can hold.
 * @see P. E. Pfeifer and R. L. Carraway, "Modeling customer relationships as Markov chains", *Journal of Interactive Marketing* 14, 2000; R. C.
 * Blattberg and J. Deighton, "Manage marketing by the customer equity test", *Harvard Business Review* 74, 1996. The elimination, which never
 * subtracts: W. K. Grassmann, M. I. Taksar and D. P. Heyman, "Regenerative analysis and steady state distributions for Markov chains", *Operations
 * Research* 33, 1985.
 * @example
 * import { customerEquity } from '@clientele/tiering'
 *
 * // 80 % stay, 20 % are lost for ever; whoever is there brings in 100 a year, discounted by 10 %.
 * const { total, perCustomer } = customerEquity({ counts: [20, 0], rates: [[0.8, 0.2], [0, 1]], margins: [100, 0], discountRate: 0.1 })
 * perCustomer.map((worth) => worth.toFixed(2)) //=> ['366.67', '0.00']
 * total.toFixed(2) //=> '7333.33'
 */
export function customerEquity(equity: EquityCase): CustomerEquity {
  const read = readEquity(equity)
  const values = valuesOf(read)
  if (values === undefined) throwIssues([notAbove(read)])
  return worthOf(values as Decimal[], read)
}

function readEquity(equity: unknown): ReadEquity {
  const issues: Issue[] = []
  if (!checkRecord(equity, PATH, issues)) throwIssues(issues)
  const { counts, rates, margins, discountRate, ...others } = { ...(equity as Partial<EquityCase>) }
  checkKeys(others, KEYS, PATH, issues)
  const read = readProjection(counts, rates, PATH, issues)
  const marginsRead = readQuantities(margins, [...PATH, 'margins'], issues, { length: Array.isArray(counts) ? counts.length : undefined })
  const rate = readQuantity(discountRate, [...PATH, 'discountRate'], issues, { minimum: '0' })
  throwIssues(issues)
  return { ...(read as ReadProjection), margins: alignQuantities(marginsRead), discountRate: rate as Quantity }
}

/** What one customer of each tier is worth, in units of the margins; undefined where the sum has no end. */
function valuesOf({ rates, margins, discountRate }: ReadEquity): Decimal[] | undefined {
  const closed = discountRate.units === 0n ? closedTiers(rates.units) : new Set<number>()
  if (margins.units.some((margin, tier) => margin !== 0n && closed.has(tier))) return undefined
  const digits = Math.max(rates.digits, discountRate.digits)
  const aligned = rates.units.map((row) => row.map((units) => unitsAt({ units, digits: rates.digits }, digits)))
  return expectedValues(aligned, margins.units, 10n ** BigInt(digits) + unitsAt(discountRate, digits), closed)
}

function worthOf(values: readonly Decimal[], { counts, margins }: ReadEquity): CustomerEquity {
  const [countScale, marginScale] = [counts, margins].map(({ digits }) => new LongDecimal(10).pow(digits)) as [Decimal, Decimal]
  const perCustomer = values.map((value) => value.div(marginScale))
  const byTier = perCustomer.map((value, tier) => value.times(String(counts.units[tier])).div(countScale))
  const total = byTier.reduce((sum, value) => sum.plus(value))
  return { total: nearestNumber(total), byTier: byTier.map(nearestNumber), perCustomer: perCustomer.map(nearestNumber) }
}

function nearestNumber(value: Decimal): number {
  const number = value.toNumber() + 0
  if (!Number.isFinite(number)) throwIssues([beyondNumbers(value, PATH)])
  return number
}

/** The sum has an end where the discount rate is above 0, and above what any row adds up to beyond 1. */
function notAbove({ rates: { units, digits }, discountRate }: ReadEquity): Issue {
  let excess = 0n
  for (const row of units) {
    const own = row.reduce((sum, rate) => sum + rate, -(10n ** BigInt(digits)))
    if (own > excess) excess = own
  }
  const params = { bound: quantityText({ units: excess, digits }), actual: quantityText(discountRate) }
  return createIssue('not-above', [...PATH, 'discountRate'], params)
}
