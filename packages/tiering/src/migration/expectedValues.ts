import { Decimal } from '@clientele/core/decimal'

/** Far more digits than a number has, for quotients. */
export const LongDecimal: typeof Decimal = /* @__PURE__ */ Decimal.clone({ precision: 80 })

/** What is left of the equations: `pivot × x = gain + Σ rates × x` of those that come later. */
interface Equation {
  readonly rates: Decimal[]
  /** By how much the rates to all others and to itself fall short of the growth: what leaves. */
  leaves: Decimal
  gain: Decimal
}

/**
 * The expected sums of what is gained on the way from each tier, the first gain in full and each later one divided by `growth` once more: x = gains +
 * rates × x ÷ growth. All but the gains are in units of one scale. In `closed` tiers nothing is gained for ever, and x is 0. Undefined where a sum
 * has no end.
 *
 * What leaves is carried along, so that no elimination subtracts and no digit is lost, however little leaves.
 */
export function expectedValues(
  rates: readonly (readonly bigint[])[],
  gains: readonly bigint[],
  growth: bigint,
  closed: ReadonlySet<number>,
): Decimal[] | undefined {
  const open = [...rates.keys()].filter((tier) => !closed.has(tier))
  const equations = open.map((tier): Equation => {
    const row = open.map((other) => (rates[tier] as readonly bigint[])[other] as bigint)
    const leaves = growth - row.reduce((sum, rate) => sum + rate, 0n)
    return { rates: row.map(decimalOf), leaves: decimalOf(leaves), gain: decimalOf((gains[tier] as bigint) * growth) }
  })
  const pivots: Decimal[] = []
  for (const [index, equation] of equations.entries()) {
    const pivot = equation.rates.slice(index + 1).reduce((sum, rate) => sum.plus(rate), equation.leaves)
    if (!pivot.gt(0)) return undefined
    pivots.push(pivot)
    for (const later of equations.slice(index + 1)) eliminate(later, equation, pivot, index)
  }
  const found = substitute(equations, pivots)
  const values = rates.map(() => new LongDecimal(0))
  for (const [index, tier] of open.entries()) values[tier] = found[index] as Decimal
  return values
}

/** Puts what is known of a tier into the equation of another: who comes there goes on from there. */
function eliminate(later: Equation, { rates, leaves, gain }: Equation, pivot: Decimal, index: number): void {
  const rate = later.rates[index] as Decimal
  if (rate.isZero()) return
  const factor = rate.div(pivot)
  for (let other = index + 1; other < rates.length; other++) {
    const more = rates[other] as Decimal
    if (!more.isZero()) later.rates[other] = (later.rates[other] as Decimal).plus(factor.times(more))
  }
  later.leaves = later.leaves.plus(factor.times(leaves))
  later.gain = later.gain.plus(factor.times(gain))
}

function substitute(equations: readonly Equation[], pivots: readonly Decimal[]): Decimal[] {
  const found = equations.map(() => new LongDecimal(0))
  for (let index = equations.length - 1; index >= 0; index--) {
    const { rates, gain } = equations[index] as Equation
    let sum = gain
    for (let other = index + 1; other < found.length; other++) {
      const rate = rates[other] as Decimal
      if (!rate.isZero()) sum = sum.plus(rate.times(found[other] as Decimal))
    }
    found[index] = sum.div(pivots[index] as Decimal)
  }
  return found
}

function decimalOf(units: bigint): Decimal {
  return new LongDecimal(String(units))
}
