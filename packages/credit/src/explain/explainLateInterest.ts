import type { Issue } from '@clientele/core'
import { throwIssues } from '@clientele/core/checks'
import { parseDay } from '@clientele/core/days'
import { Decimal } from '@clientele/core/decimal'
import { digitsOf, formatMessage, isNil, shownDays, titleOf } from '@clientele/core/explain'
import type { InterestRate, InterestSpan, LateInterest, RateStep } from '../interest/types.js'
import { en } from '../locales/en.js'
import type { CreditLocale } from '../locales/types.js'
import { checkInterestOfRate } from './checkLateInterest.js'
import { shownMoney } from './shownFacts.js'

/** Unrounded interest is shown to so many decimal places. */
const PLACES = 6

/**
 * Says in sentences what interest an item bears, and how it comes about.
 *
 * @param interest - What {@link lateInterest} returned.
 * @param rate - The interest rate that made it; its title and its way of rounding are taken from it.
 * @param locale - The language; English unless given.
 * @returns How long after its due date the item bears which interest; how days are counted, which rate they have and what is rounded; the sum behind
 * each span, unrounded interest after ≈ to six decimal places where it has more; and what is to be known about it.
 * @throws {@link InputError} if the rate is not one, or not the one that made the interest: one whose percentages, year or way of rounding give
 * another is refused, also of the same version.
 * @example
 * import { lateInterest } from '@clientele/credit'
 * import { explainLateInterest } from '@clientele/credit/explain'
 *
 * const item = { id: 'INV-1', customer: 'C-1', date: '2023-01-01', due: '2023-01-31', amount: '1000', currency: 'GBP' }
 * const rate = { kind: 'interest-rate', id: 'statutory', version: 1, steps: [{ from: '2023-01-01', percent: '8.5' }], daysInYear: 365 }
 * explainLateInterest(lateInterest(item, rate, { asOf: '2023-03-22' }), rate).sentences
 * //=> ['As of 2023-03-22, 50 days after its due date 2023-01-31, item INV-1 bears interest of 11.64 GBP under the rate "statutory".', 'It is simple interest from the day after the due date up to 2023-03-22, with 365 days in a year.', 'Only the sum is rounded to the currency.', 'From 2023-02-01 to 2023-03-22: 1000.00 GBP × 8.5% × 50 / 365 ≈ 11.643836 GBP.']
 */
export function explainLateInterest(
  interest: LateInterest,
  rate: InterestRate,
  locale: CreditLocale = en,
): { readonly sentences: readonly string[] } {
  const issues: Issue[] = []
  checkInterestOfRate(interest, rate, issues)
  throwIssues(issues)
  const { currency, spans, diagnoses } = interest
  const own = { ...rate }
  return {
    sentences: [
      explainSum(interest, titleOf(own, locale), locale),
      ...(spans.length === 0 ? [] : explainWay(interest, own, locale)),
      ...spans.map((span) => explainSpan(span, currency, own, locale)),
      ...diagnoses.map(({ code, params }) => formatMessage(locale.interest.diagnoses[code], params)),
    ],
  }
}

/** Says how long after the due date it is, and what the item bears: whether it was still open then, and so overdue, the result does not know. */
function explainSum({ item, currency, asOf, due, interest, spans }: LateInterest, rate: string, locale: CreditLocale): string {
  const { notOverdue, bearing, bearingNone } = locale.interest
  const days = parseDay(asOf) - parseDay(due)
  const facts = { item, asOf, due, rate, days: shownDays(days, locale.core), interest: shownMoney(interest, currency, locale) }
  return formatMessage(days <= 0 ? notOverdue : spans.length === 0 ? bearingNone : bearing, facts)
}

/** Says which days count, at which rate, and what is rounded. */
function explainWay({ asOf, due }: LateInterest, rate: InterestRate, locale: CreditLocale): string[] {
  const { daysInYear, steps, stepsApply = 'each-day', rounding = 'total' } = rate
  const { year, actualYear, steps: applied, firstStepLater, rounding: rounded } = locale.interest
  const isLater = parseDay((steps[0] as RateStep).from) > parseDay(due) + 1
  return [
    daysInYear === 'actual' ? formatMessage(actualYear, { asOf }) : formatMessage(year, { asOf, daysInYear: shownDays(daysInYear, locale.core) }),
    ...(steps.length > 1 ? [stepsApply === 'first-day' && isLater ? firstStepLater : applied[stepsApply]] : []),
    rounded[rounding],
  ]
}

function explainSpan(span: InterestSpan, currency: string, { rounding = 'total' }: InterestRate, locale: CreditLocale): string {
  const { from, to, days, balance, percent, daysInYear, interest } = span
  const { between, on, spans, cutShort } = locale.interest
  const shownInterest = rounding === 'total' ? fewPlaces(span) : { text: interest, isExact: true }
  const facts = {
    when: formatMessage(from === to ? on : between, { from, to }),
    balance: shownMoney(balance, currency, locale),
    percent,
    days,
    daysInYear,
    interest: shownMoney(shownInterest.text, currency, locale),
    daily: shownMoney(ofOneDay(interest, days), currency, locale),
  }
  return formatMessage(shownInterest.isExact ? spans[rounding] : cutShort, facts)
}

/** Rounds what has many decimal places, unless it would then look like nothing; what is exact has the digits of the balance at least. */
function fewPlaces({ balance, percent, days, daysInYear, interest }: InterestSpan): { readonly text: string; readonly isExact: boolean } {
  const rounded = new Decimal(interest).toDecimalPlaces(PLACES)
  const isTiny = rounded.isZero() && !isNil(interest)
  const few = isTiny ? new Decimal(interest) : rounded
  // Interest is rounded itself where it has too many decimal places, so it is not the text that tells.
  const isExact = few.times(daysInYear).times(100).eq(new Decimal(balance).times(percent).times(days))
  const places = isExact ? digitsOf(balance) : PLACES
  return { text: few.toFixed(Math.max(places, few.decimalPlaces())), isExact }
}

/** The interest of one day, as so many alike were added up. */
function ofOneDay(interest: string, days: number): string {
  return new Decimal(interest).div(days).toFixed(digitsOf(interest))
}
