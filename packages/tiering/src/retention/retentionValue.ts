import type { Issue } from '@clientele/core'
import { throwIssues } from '@clientele/core/checks'
import { Decimal } from '@clientele/core/decimal'
import { beyondNumbers } from '../numbers/beyondNumbers.js'
import { alignQuantities, shareOf } from '../numbers/quantity.js'
import { type ReadRetentionCase, readRetentionCase } from './readRetentionCase.js'
import type { RetentionCase, RetentionValue } from './types.js'

/**
 * Finds what a customer is worth now who brings in the same margin in every period, and stays from each to the next with the same probability.
 *
 * With a margin m, a retention rate r and a discount rate d that is m·(1 + d) ÷ (1 + d − r) if the first margin comes in now, and m·r ÷ (1 + d − r) if it
 * comes in with the next period, provided that the customer stays. The two differ by exactly one margin.
 *
 * @param retention - `margin`: per period, of any sign. `retentionRate`: per period, from 0 to 1. `discountRate`: per period, from 0, and above it where
 * the retention rate is 1. `from`: `now` or `next-period`.
 * @returns The value in the unit of the margin, what it is beside the margin, and for how many periods the margin is expected; each the nearest number to
 * the exact answer.
 * @throws {@link InputError} if anything is not as stated, with every issue, or if an answer is beyond what a number can hold.
 * @see P. D. Berger and N. I. Nasr, "Customer lifetime value: marketing models and applications", *Journal of Interactive Marketing* 12, 1998; S. Gupta and
 * D. R. Lehmann, "Customers as assets", *Journal of Interactive Marketing* 17, 2003.
 * @example
 * import { retentionValue } from '@clientele/tiering'
 *
 * const { value, multiple, expectedPeriods } = retentionValue({ margin: '100', retentionRate: '0.8', discountRate: '0.1', from: 'now' })
 * value.toFixed(2) //=> '366.67'
 * multiple.toFixed(4) //=> '3.6667'
 * expectedPeriods //=> 5
 * retentionValue({ margin: 100, retentionRate: 0.8, discountRate: 0.1, from: 'next-period' }).value.toFixed(2) //=> '266.67'
 */
export function retentionValue(retention: RetentionCase): RetentionValue {
  const issues: Issue[] = []
  const read = readRetentionCase(retention, issues)
  throwIssues(issues)
  const { margin, retentionRate, discountRate, from } = read as ReadRetentionCase
  const { units, digits } = alignQuantities([retentionRate, discountRate])
  const [stay, discount] = units as [bigint, bigint]
  const whole = 10n ** BigInt(digits)
  const divisor = whole + discount - stay
  const dividend = from === 'now' ? whole + discount : stay
  const leave = whole - stay
  // In this order, so that what is beyond numbers for one rate alone is not put down to the margin.
  const expectedPeriods = leave === 0n ? null : nearestNumber(from === 'now' ? whole : stay, leave, 'retentionRate')
  const multiple = nearestNumber(dividend, divisor, 'discountRate')
  const value = nearestNumber(margin.units * dividend, 10n ** BigInt(margin.digits) * divisor, 'margin')
  return { value, from, multiple, expectedPeriods }
}

/** The number that is nearest to a quotient; the divisor is above 0. None is near because of one field of the case. */
function nearestNumber(dividend: bigint, divisor: bigint, because: keyof RetentionCase): number {
  const number = shareOf(dividend, divisor)
  if (number === null) throwIssues([beyondNumbers(new Decimal(String(dividend)).div(String(divisor)), ['retention', because])])
  return number as number
}
