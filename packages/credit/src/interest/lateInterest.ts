import type { Issue } from '@clientele/core'
import { throwIssues } from '@clientele/core/checks'
import { formatDay } from '@clientele/core/days'
import { divideRounded } from '../money/divideRounded.js'
import { moneyText } from '../money/moneyText.js'
import { type ReadItem, readOpenItem } from '../receivables/readOpenItem.js'
import type { OpenItem } from '../receivables/types.js'
import { readAsOf } from '../settlement/readCase.js'
import { type Accrued, type AccruedSpan, accrueInterest, roundedInterest } from './accrueInterest.js'
import type { PreparedRate } from './prepared.js'
import { readRate } from './prepareRate.js'
import type { InterestDiagnosis, InterestRate, InterestSpan, LateInterest, LateInterestOptions } from './types.js'

const UNROUNDED_PLACES = 20

/**
 * Counts the interest that an item bears for being paid late: simple interest, by the day, on what is owed that day.
 *
 * The day after the due date is the first that bears interest, and `asOf` the last. A payment lowers the balance from the day after it. Each
 * day has the rate of the last step that begins on it or before; under `first-day`, the rate of the day after the due date stays, or the first
 * step's where that begins later. Before the first step there is no interest. Days with one balance, one rate and one length of the year are a
 * span, whose interest is `balance × percent / 100 × days / daysInYear`. What is owed to the customer bears nothing.
 *
 * @param item - The open item: its amount of at most its currency's minor digits and any sign; applications in any order.
 * @param rate - The interest rate. Under `actual`, a year has 366 days where it is a leap year, else 365. Half a minor unit is rounded up.
 * @param options - `asOf`: the last day that bears interest; applications dated later are left out, and counted in `diagnoses`. An item dated
 * later bears none.
 * @returns The interest and its spans. Under the rounding `total` it is the exact sum of theirs, which may have more decimal
 * places than are shown, rounded once; else the sum of what theirs are
 * rounded to. A payment of nothing, and a step to the same rate, change neither. It takes O(n log n) for n applications.
 * @throws {@link InputError} if anything is not as stated, with every issue.
 * @see Late Payment of Commercial Debts (Interest) Act 1998 (United Kingdom), sections 4 and 6; gov.uk, "Late commercial payments: charging
 * interest and debt recovery", which rounds the interest of a day.
 * @example
 * import { lateInterest } from '@clientele/credit'
 *
 * const item = { id: 'INV-1', customer: 'C-1', date: '2023-01-01', due: '2023-01-31', amount: '1000', currency: 'GBP' }
 * const rate = { kind: 'interest-rate', id: 'statutory', version: 1, steps: [{ from: '2023-01-01', percent: '8.5' }], daysInYear: 365 }
 * const { interest, spans } = lateInterest(item, rate, { asOf: '2023-03-22' })
 * interest //=> '11.64'
 * spans.map(({ from, to, days }) => `${days} days, ${from} to ${to}`) //=> ['50 days, 2023-02-01 to 2023-03-22']
 * lateInterest(item, { ...rate, rounding: 'day' }, { asOf: '2023-03-22' }).interest //=> '11.50'
 */
export function lateInterest(item: OpenItem, rate: InterestRate, options: LateInterestOptions): LateInterest {
  const issues: Issue[] = []
  const read = readOpenItem(item, ['item'], issues)
  const prepared = readRate(rate, ['rate'], issues)
  const asOf = readAsOf(options, issues)
  throwIssues(issues)
  return composeInterest(read as ReadItem, prepared as PreparedRate, asOf as number)
}

function composeInterest(item: ReadItem, rate: PreparedRate, asOf: number): LateInterest {
  const accrued = item.day > asOf ? { interest: 0n, spans: [], daysBeforeFirstRate: 0 } : accrueInterest(item, rate, asOf)
  return {
    item: item.id,
    currency: item.currency,
    asOf: date(asOf),
    due: date(item.due),
    daysOverdue: item.day > asOf ? 0 : Math.max(0, asOf - item.due),
    interest: moneyText(accrued.interest, item.digits),
    spans: accrued.spans.map((span) => composeSpan(span, rate, item.digits)),
    diagnoses: diagnose(item, rate, asOf, accrued),
    policies: [rate.policy],
  }
}

function composeSpan(span: AccruedSpan, rate: PreparedRate, digits: number): InterestSpan {
  const { from, to, days, balance, step, daysInYear } = span
  return {
    from: date(from),
    to: date(to),
    days,
    balance: moneyText(balance, digits),
    percent: step.percent,
    daysInYear,
    interest: rate.rounding === 'total' ? unroundedInterest(span, rate, digits) : moneyText(roundedInterest(span, rate), digits),
  }
}

/** The interest of a span as a decimal, which is only rounded where it has too many decimal places. */
function unroundedInterest({ balance, step, days, daysInYear }: AccruedSpan, { whole }: PreparedRate, digits: number): string {
  const dividend = balance * step.charged * BigInt(days) * 10n ** BigInt(UNROUNDED_PLACES)
  const divisor = whole * BigInt(daysInYear) * 10n ** BigInt(digits)
  return moneyText(divideRounded(dividend, divisor, 'half-even'), UNROUNDED_PLACES).replace(/\.?0+$/, '')
}

function diagnose(item: ReadItem, { first }: PreparedRate, asOf: number, { daysBeforeFirstRate: days }: Accrued): InterestDiagnosis[] {
  if (item.day > asOf) return [{ code: 'item-after-as-of', params: { date: date(item.day) } }]
  const diagnoses: InterestDiagnosis[] = []
  const count = item.applications.filter(({ day }) => day > asOf).length
  if (count > 0) diagnoses.push({ code: 'applications-after-as-of', params: { count } })
  if (days > 0) diagnoses.push({ code: 'days-before-first-rate', params: { days, from: first } })
  return diagnoses
}

/** The text of a day that lies between dates which are in the calendar. */
function date(day: number): string {
  return formatDay(day) as string
}
