import type { Issue, Path } from '@clientele/core'
import { createIssue } from '@clientele/core/checks'
import { Decimal, decimalText } from '@clientele/core/decimal'
import type { ReadHistory } from './readHistory.js'
import type { GammaGammaParameters } from './types.js'

/** Where this part of the terms or less is left, rounding has taken digits from the sum that an exact one keeps. */
const CANCELLED = 0.01

/** What a customer is expected to spend on a purchase; only where {@link spendDivisor} is above 0. */
export function spendExpected({ repeatPurchases, meanSpend }: ReadHistory, parameters: GammaGammaParameters): number {
  const { p, v } = parameters
  return (p * (v + (repeatPurchases === 0 ? 0 : repeatPurchases * meanSpend))) / spendDivisor(repeatPurchases, parameters)
}

/** p x + q − 1: where it is not above 0, nothing can be expected. */
export function spendDivisor(repeatPurchases: number, { p, q }: GammaGammaParameters): number {
  const own = p * repeatPurchases
  const divisor = own + (q - 1)
  if (Math.abs(divisor) > CANCELLED * (own + 1)) return divisor
  return new Decimal(p).times(repeatPurchases).plus(q).minus(1).toNumber()
}

/** The issue of parameters under which nothing can be expected of customers with so many repeat purchases. */
export function withoutExpectation(repeatPurchases: number, { p, q }: GammaGammaParameters, path: Path): Issue {
  const bound = decimalText(new Decimal(1).minus(new Decimal(p).times(repeatPurchases)))
  return createIssue('not-above', [...path, 'q'], { bound, actual: decimalText(new Decimal(q)) })
}
