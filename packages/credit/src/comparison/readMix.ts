import type { Issue, Path } from '@clientele/core'
import { checkDecimal, checkKeys, checkList, checkRecord, createIssue } from '@clientele/core/checks'
import { Decimal, decimalText } from '@clientele/core/decimal'
import { checkAtMost } from '../money/checkAtMost.js'
import { divide, type Fraction, fractionOf, HUNDREDTH, multiply } from '../numbers/fraction.js'

/** What parts of the customers do, taken together. */
export interface ReadMix {
  /** How many days pass on average. */
  readonly days: Fraction
  /** The share of all sales that is taken off as discount. */
  readonly discount: Fraction
}

/** A part of the customers, checked and read. */
interface ReadShare {
  readonly days: Decimal
  readonly share: Decimal
  readonly percent: Decimal
}

const KEYS = ['days', 'share', 'discountPercent']
const HUNDRED = '100'

/** Checks and reads parts of the customers whose shares add up to 100, or to 1; or adds issues and returns undefined. */
export function readMix(value: unknown, path: Path, issues: Issue[]): ReadMix | undefined {
  const before = issues.length
  if (!checkList(value, path, issues, { filled: true })) return undefined
  const read = Array.from(value, (share, index) => readShare(share, [...path, index], issues))
  if (issues.length > before) return undefined
  const shares = read as readonly ReadShare[]
  const whole = sumOf(shares, ({ share }) => share)
  if (!whole.eq(HUNDRED) && !whole.eq(1)) {
    issues.push(createIssue('sum-differs', path, { expected: HUNDRED, actual: decimalText(whole) }))
    return undefined
  }
  const average = (of: (share: ReadShare) => Decimal): Fraction =>
    divide(fractionOf(sumOf(shares, (one) => one.share.times(of(one)))), fractionOf(whole))
  return {
    days: average(({ days }) => days),
    discount: multiply(
      average(({ percent }) => percent),
      HUNDREDTH,
    ),
  }
}

function readShare(value: unknown, path: Path, issues: Issue[]): ReadShare | undefined {
  if (!checkRecord(value, path, issues)) return undefined
  const { days, share, discountPercent = 0, ...others } = { ...value }
  checkKeys(others, KEYS, path, issues)
  const readDays = checkDecimal(days, [...path, 'days'], issues, { minimum: '0' })
  const readShareOf = checkDecimal(share, [...path, 'share'], issues, { minimum: '0' })
  const percent = checkDecimal(discountPercent, [...path, 'discountPercent'], issues, { minimum: '0' })
  checkAtMost(percent, new Decimal(HUNDRED), [...path, 'discountPercent'], issues)
  return readDays && readShareOf && percent && { days: readDays, share: readShareOf, percent }
}

function sumOf(shares: readonly ReadShare[], of: (share: ReadShare) => Decimal): Decimal {
  return shares.reduce((sum, share) => sum.plus(of(share)), new Decimal(0))
}
