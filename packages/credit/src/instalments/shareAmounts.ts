import type { RoundingMode } from '@clientele/core'
import { Decimal, decimalText } from '@clientele/core/decimal'
import { divideRounded } from '../money/divideRounded.js'
import { isAllocated } from './checkShare.js'
import type { ShareBase } from './types.js'

/** A share whose decimals are integers: a percentage is the fraction `part / whole`, a fixed amount minor units. */
export type UnitShare =
  | { readonly type: 'percent'; readonly part: bigint; readonly whole: bigint; readonly of: ShareBase }
  | { readonly type: 'fixed'; readonly amount: bigint }
  | { readonly type: 'rest' }

/** What is shared, in minor units of 0 or more. */
export interface Whole {
  readonly size: bigint
  /** The size without tax. */
  readonly net: bigint
  readonly rounding: RoundingMode
  /** The smallest step of what a line asks for. */
  readonly cashStep: bigint
}

/** The first line after which more is asked for than there is. */
export interface Overshoot {
  readonly line: number
  readonly left: bigint
  readonly asked: bigint
}

/** A percentage as a fraction of integers. */
export function fractionOf(percent: Decimal): { readonly part: bigint; readonly whole: bigint } {
  const scale = new Decimal(10).pow(percent.decimalPlaces())
  return { part: BigInt(decimalText(percent.times(scale))), whole: BigInt(decimalText(scale.times(100))) }
}

/** What each line gets, which adds up to the whole, or the line that asks for too much. */
export function shareAmounts(shares: readonly UnitShare[], whole: Whole): readonly bigint[] | Overshoot {
  const { size, net, cashStep } = whole
  const fixed = shares.map((share) => (share.type === 'fixed' ? (size > 0n ? toCash(share.amount, 1n, whole) : 0n) : undefined))
  const unfixed = size - fixed.reduce<bigint>((total, amount = 0n) => total + amount, 0n)
  const afterFixed = unfixed > 0n ? unfixed : 0n
  const allocated = isAllocated(shares) ? allocateUnits(afterFixed, shares, cashStep) : undefined
  const amounts: bigint[] = []
  let left = size
  for (const [line, share] of shares.entries()) {
    const bases = { total: size, remaining: left, 'after-fixed': afterFixed, 'net-of-tax': net }
    const asked = fixed[line] ?? allocated?.get(line) ?? (share.type === 'percent' ? toCash(bases[share.of] * share.part, share.whole, whole) : left)
    if (asked > left) return { line, left, asked }
    amounts.push(asked)
    left -= asked
  }
  return amounts
}

/** A quotient, rounded to minor units and then to the cash step. */
function toCash(dividend: bigint, divisor: bigint, { rounding, cashStep }: Whole): bigint {
  return divideRounded(divideRounded(dividend, divisor, rounding), cashStep, rounding) * cashStep
}

/**
 * Shares units out in proportion to the percentages, in whole cash steps; what is less than a step goes to the last. The amounts are told by
 * the percentages' lines. It takes O(n log n) for n lines.
 *
 * Source: the largest remainder method, A. Hamilton 1792; M. L. Balinski and H. P. Young, *Fair Representation*, 1982, chapter 2.
 */
function allocateUnits(units: bigint, shares: readonly UnitShare[], cashStep: bigint): Map<number, bigint> {
  const steps = units / cashStep
  const parts = shares.flatMap((share, line) => {
    if (share.type !== 'percent') return []
    const { part, whole } = share
    return [{ line, whole, steps: (steps * part) / whole, cut: (steps * part) % whole }]
  })
  const left = Number(steps - parts.reduce((total, part) => total + part.steps, 0n))
  // Each cut is a fraction of its own whole: they are compared crosswise.
  const byCut = [...parts].sort((a, b) => compare(b.cut * a.whole, a.cut * b.whole) || a.line - b.line)
  const raised = new Set(byCut.slice(0, left))
  const last = parts.length - 1
  return new Map(
    parts.map((part, index) => {
      const rounded = (raised.has(part) ? part.steps + 1n : part.steps) * cashStep
      return [part.line, index === last ? rounded + (units % cashStep) : rounded]
    }),
  )
}

function compare(a: bigint, b: bigint): number {
  return a === b ? 0 : a < b ? -1 : 1
}
