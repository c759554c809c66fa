import { checkDecimal } from '../checks/checkDecimal.js'
import { checkInteger, checkKeys, checkList, checkRecord } from '../checks/checkShape.js'
import { Decimal, decimalText } from '../decimal/Decimal.js'
import { createIssue } from '../issues/createIssue.js'
import { throwIssues } from '../issues/throwIssues.js'
import type { Issue } from '../issues/types.js'
import type { DecimalInput, DecimalString } from '../types.js'
import { MAXIMUM_DIGITS } from './parseDecimal.js'

/**
 * Divides a total in proportion to weights so that the rounded parts add up to it exactly.
 *
 * Every part is cut to `digits` decimal places, and the units that are left go to the parts whose cut was greatest, one each;
 * of equal cuts the first wins. A negative total is divided like its opposite, and every part turned round. It takes
 * O(n log n) for n weights.
 *
 * @param total - What is divided: a decimal of at most `digits` decimal places, of any sign.
 * @param weights - The proportions: at least one, each 0 or more, and not all 0 unless the total is 0. A weight of 0 gets `'0'`.
 * @param options - `digits`: how many decimal places the parts have, an integer from 0 to 1,000, such as `currencyDigits('CNY')`.
 * @returns One part per weight, in canonical form, in the order of the weights.
 * @throws {@link InputError} if anything is not as stated, with every issue.
 * @see The largest remainder method: A. Hamilton 1792; M. L. Balinski and H. P. Young, *Fair Representation*, 1982, chapter 2.
 * @example
 * import { allocate } from '@clientele/core'
 *
 * allocate('100', [1, 1, 1], { digits: 0 }) //=> ['34', '33', '33']
 * allocate('-0.05', ['0.5', '0.3', '0.2'], { digits: 2 }) //=> ['-0.03', '-0.01', '-0.01']
 */
export function allocate(total: DecimalInput, weights: readonly DecimalInput[], options: { readonly digits: number }): DecimalString[] {
  const { amount, shares, digits } = readArguments(total, weights, options)
  const unit = new Decimal(10).pow(digits)
  const units = amount.abs().times(unit)
  return largestRemainder(toBigInt(units), toCommonIntegers(shares)).map((part) => {
    const size = new Decimal(part.toString()).div(unit)
    return decimalText(amount.isNegative() ? size.neg() : size)
  })
}

function readArguments(total: unknown, weights: unknown, options: unknown): { amount: Decimal; shares: Decimal[]; digits: number } {
  const issues: Issue[] = []
  const amount = checkDecimal(total, ['total'], issues)
  const shares = readShares(weights, issues)
  const digits = readDigits(options, issues)
  if (amount !== undefined && digits !== undefined && amount.decimalPlaces() > digits) {
    issues.push(createIssue('too-many-decimal-places', ['total'], { maximum: digits, actual: decimalText(amount) }))
  }
  if (amount?.isZero() === false && shares.length > 0 && shares.every((share) => share?.isZero())) {
    issues.push(createIssue('nothing-to-divide-by', ['weights'], {}))
  }
  throwIssues(issues)
  return { amount: amount as Decimal, shares: shares as Decimal[], digits: digits as number }
}

function readShares(weights: unknown, issues: Issue[]): (Decimal | undefined)[] {
  if (!checkList(weights, ['weights'], issues, { filled: true })) return []
  return Array.from(weights, (weight, index) => checkDecimal(weight, ['weights', index], issues, { minimum: '0' }))
}

function readDigits(options: unknown, issues: Issue[]): number | undefined {
  if (!checkRecord(options, ['options'], issues)) return undefined
  checkKeys(options, ['digits'], ['options'], issues)
  const { digits } = options
  return checkInteger(digits, ['options', 'digits'], issues, { minimum: 0, maximum: MAXIMUM_DIGITS }) ? digits : undefined
}

function toCommonIntegers(values: readonly Decimal[]): bigint[] {
  const digits = values.reduce((most, value) => Math.max(most, value.decimalPlaces()), 0)
  const scale = new Decimal(10).pow(digits)
  return values.map((value) => toBigInt(value.times(scale)))
}

function toBigInt(integer: Decimal): bigint {
  return BigInt(integer.toString())
}

function largestRemainder(total: bigint, weights: readonly bigint[]): bigint[] {
  const whole = weights.reduce((sum, weight) => sum + weight, 0n)
  if (whole === 0n) return weights.map(() => 0n)
  const parts = weights.map((weight) => (total * weight) / whole)
  const left = Number(total - parts.reduce((sum, part) => sum + part, 0n))
  const remainders = weights.map((weight, index) => ({ index, cut: (total * weight) % whole }))
  remainders.sort((a, b) => (a.cut === b.cut ? a.index - b.index : a.cut > b.cut ? -1 : 1))
  for (const { index } of remainders.slice(0, left)) parts[index] = (parts[index] as bigint) + 1n
  return parts
}
