import type { Issue } from '@clientele/core'
import { checkKeys, checkRecord, createIssue, describeValue, throwIssues } from '@clientele/core/checks'
import { Decimal, decimalText, ratio } from '@clientele/core/decimal'
import type { PreparedTerms } from './prepared.js'
import { readTerms } from './prepareTerms.js'
import type { CreditTerms, ForgoingCost, ForgoingOptions, ForgoingStep } from './types.js'

/** A day on which one may pay, and the percentage that is taken off then. */
interface PayingDay {
  readonly days: number
  readonly percent: Decimal
}

/**
 * Tells what it costs to forgo a discount and pay later, as a yearly rate of interest.
 *
 * Who pays (100 − d₁) % on day t₁ instead of (100 − d₂) % on day t₂ lends 100 − d₁ for t₂ − t₁ days and earns d₁ − d₂ by it. The simple rate is
 * `(d₁ − d₂) / (100 − d₁) × year / (t₂ − t₁)`, the compound rate `(1 + (d₁ − d₂) / (100 − d₁)) ^ (year / (t₂ − t₁)) − 1`.
 *
 * Under `net-of-tax` terms the rate is that of an invoice without tax; where there is tax, less is taken off the whole, and the rate is lower.
 *
 * @param terms - The credit terms.
 * @param options - `daysInYear`: 365 or 360. `compound`: whether the rate of each span earns the rate of the next.
 * @returns Each discount against the next one, the last against the net day, and each against the net day. A discount that lasts to the net day
 * has no later step and is left out. Rates are numbers, 0.37 is 37 % a year; one beyond every float64 is the greatest there is.
 * @throws {@link InputError} if the terms or an option are not as stated.
 * @see E. F. Brigham & M. C. Ehrhardt, *Financial Management: Theory and Practice*, 2016, "Working Capital Management", the cost of trade credit.
 * @example
 * import { costOfForgoingDiscount, parseTerms } from '@clientele/credit'
 *
 * const { steps, againstNet } = costOfForgoingDiscount(parseTerms('2/15, 1/20, N/30'), { daysInYear: 365, compound: false })
 * steps.map(({ withinDays, versusDays, annualRate }) => `${withinDays} to ${versusDays}: ${annualRate.toFixed(4)}`)
 * //=> ['15 to 20: 0.7449', '20 to 30: 0.3687']
 * againstNet.map(({ withinDays, annualRate }) => `${withinDays}: ${annualRate.toFixed(4)}`) //=> ['15: 0.4966', '20: 0.3687']
 */
export function costOfForgoingDiscount(terms: CreditTerms, options: ForgoingOptions): ForgoingCost {
  const issues: Issue[] = []
  const prepared = readTerms(terms, ['terms'], issues)
  const asked = readForgoingOptions(options, issues)
  throwIssues(issues)
  const { discounts, netDays, policies } = prepared as PreparedTerms
  const { daysInYear, compound } = asked as ForgoingOptions
  const days = discounts.map(({ withinDays, percent }) => ({ days: withinDays, percent: new Decimal(percent) }))
  const net = { days: netDays, percent: new Decimal(0) }
  const compare = (day: PayingDay, later: PayingDay): ForgoingStep[] => (later.days > day.days ? [compareDays(day, later, daysInYear, compound)] : [])
  return {
    daysInYear,
    compound,
    steps: days.flatMap((day, index) => compare(day, days[index + 1] ?? net)),
    againstNet: days.flatMap((day) => compare(day, net)),
    policies,
  }
}

function readForgoingOptions(options: unknown, issues: Issue[]): ForgoingOptions | undefined {
  if (!checkRecord(options, ['options'], issues)) return undefined
  const { daysInYear, compound, ...others } = { ...options }
  checkKeys(others, ['daysInYear', 'compound'], ['options'], issues)
  checkOneOf(daysInYear, [365, 360], 'daysInYear', issues)
  checkOneOf(compound, [true, false], 'compound', issues)
  return { daysInYear, compound } as ForgoingOptions
}

function checkOneOf(value: unknown, allowed: readonly unknown[], option: string, issues: Issue[]): void {
  const path = ['options', option]
  if (value === undefined) issues.push(createIssue('missing', path, {}))
  else if (!allowed.includes(value)) issues.push(createIssue('not-allowed', path, { allowed: allowed.map(String), actual: describeValue(value) }))
}

function compareDays(day: PayingDay, later: PayingDay, daysInYear: number, compound: boolean): ForgoingStep {
  const gained = day.percent.minus(later.percent)
  const paid = new Decimal(100).minus(day.percent)
  const span = later.days - day.days
  const rate = compound
    ? Math.expm1((logarithmOfGrowth(gained, paid) * daysInYear) / span)
    : (ratio(gained.times(daysInYear), paid.times(span)) ?? Number.MAX_VALUE)
  return {
    withinDays: day.days,
    percent: decimalText(day.percent),
    versusDays: later.days,
    versusPercent: decimalText(later.percent),
    annualRate: Math.min(rate, Number.MAX_VALUE),
  }
}

/** The natural logarithm of 1 + gained / paid, also where that quotient is beyond float64. */
function logarithmOfGrowth(gained: Decimal, paid: Decimal): number {
  const quotient = ratio(gained, paid)
  return quotient === null ? logarithm(gained.plus(paid)) - logarithm(paid) : Math.log1p(quotient)
}

function logarithm(value: Decimal): number {
  const leading = value.times(new Decimal(10).pow(-value.e)).toNumber()
  return Math.log(leading) + value.e * Math.LN10
}
