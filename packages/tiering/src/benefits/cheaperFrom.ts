import { alignQuantities, type Quantity, unitsAt } from '../numbers/quantity.js'
import type { ReadStep } from './readLadder.js'

const HUNDRED: Quantity = { units: 100n, digits: 0 }
const MOST_FURTHER_DIGITS = 12
const FURTHER_DIGITS = 2

/** A ladder as integers: the first step is from 0. */
interface PricedLadder {
  readonly steps: readonly ReadStep[]
  readonly froms: readonly bigint[]
  /** What an amount at each step costs, as parts of one whole. */
  readonly costs: readonly bigint[]
  /** How many decimal places `froms` have. */
  readonly digits: number
}

/** Brings a ladder that starts at 0 to integers. */
export function priceLadder(steps: readonly ReadStep[]): PricedLadder {
  const { units: froms, digits } = alignQuantities(steps.map(({ from }) => from))
  const [whole, ...percents] = alignQuantities([HUNDRED, ...steps.map(({ percent }) => percent)]).units as [bigint, ...bigint[]]
  return { steps, froms, costs: percents.map((percent) => whole - percent), digits }
}

/** The amount above which all orders below a step cost more than one of the step's `from`: of a ladder for all units whose percentage rises there. */
export function cheaperFrom({ steps, froms, costs, digits }: PricedLadder, index: number): Quantity {
  const price = (step: number, at: number): bigint => (froms[step] as bigint) * (costs[at] as bigint)
  const least = price(index, index)
  let step = index - 1
  // Where all of a step costs more, the end of the step before it may do so, too; but never an order of 0.
  while (price(step, step) > least) {
    if (price(step, step - 1) <= least) return { units: froms[step] as bigint, digits }
    step -= 1
  }
  return roundedUp(least, (costs[step] as bigint) * 10n ** BigInt(digits), steps[index] as ReadStep)
}

/** A quotient that is below the `from` of a step: exactly if it ends soon after the digits of that, else rounded up, but not as far as `from`. */
function roundedUp(dividend: bigint, divisor: bigint, { from }: ReadStep): Quantity {
  const most = from.digits + MOST_FURTHER_DIGITS
  const scaled = dividend * 10n ** BigInt(most)
  if (scaled % divisor === 0n) return { units: scaled / divisor, digits: most }
  for (let digits = from.digits + FURTHER_DIGITS; ; digits++) {
    const units = (dividend * 10n ** BigInt(digits)) / divisor + 1n
    if (units < unitsAt(from, digits)) return { units, digits }
  }
}
