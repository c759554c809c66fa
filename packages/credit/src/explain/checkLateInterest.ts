import type { Issue, Path } from '@clientele/core'
import {
  type Check,
  type CodeChecks,
  checkCount,
  checkDay,
  checkInteger,
  checkMadeByPolicy,
  checkQuantity,
  checkText,
  codedBy,
  listOf,
  membersOf,
} from '@clientele/core/checks'
import { parseDay } from '@clientele/core/days'
import { Decimal, decimalText } from '@clientele/core/decimal'
import { digitsOf } from '@clientele/core/explain'
import { checkInterestRate } from '../interest/checkInterestRate.js'
import type { PreparedRate } from '../interest/prepared.js'
import { readRate } from '../interest/prepareRate.js'
import type { InterestDiagnosis, InterestSpan, LateInterest } from '../interest/types.js'
import { checkAgrees } from './checkAgrees.js'

/** Unrounded interest has so many decimal places at most. */
const UNROUNDED_PLACES = 20

const diagnoses: CodeChecks<InterestDiagnosis> = {
  'item-after-as-of': { date: checkDay },
  'applications-after-as-of': { count: checkCount },
  'days-before-first-rate': { days: checkCount, from: checkDay },
}

/** Interest is divided by the days to find that of a day. */
const checkDays: Check = (value, path, issues) => {
  checkInteger(value, path, issues, { minimum: 1 })
}

const span = membersOf({
  from: checkDay,
  to: checkDay,
  days: checkDays,
  balance: checkQuantity,
  percent: checkQuantity,
  daysInYear: checkDays,
  interest: checkQuantity,
})

const checkLateInterest: Check = membersOf({
  item: checkText,
  currency: checkText,
  asOf: checkDay,
  due: checkDay,
  daysOverdue: checkCount,
  interest: checkQuantity,
  spans: listOf(span),
  diagnoses: listOf(codedBy<InterestDiagnosis>(diagnoses)),
})

/** Adds an issue for all that is wrong with an item's interest or its rate, and where another rate made it, also one of the same version. */
export function checkInterestOfRate(interest: unknown, rate: unknown, issues: Issue[]): void {
  checkMadeByPolicy(interest, 'interest', checkLateInterest, { name: 'rate', document: rate, check: checkInterestRate }, issues)
  if (issues.length === 0) checkSpans(interest as LateInterest, readRate(rate, ['rate'], issues) as PreparedRate, issues)
}

function checkSpans({ asOf, due, daysOverdue, interest, spans, diagnoses: told }: LateInterest, rate: PreparedRate, issues: Issue[]): void {
  const isLater = told.some(({ code }) => code === 'item-after-as-of')
  const overdue = isLater ? 0 : Math.max(0, parseDay(asOf) - parseDay(due))
  checkAgrees(daysOverdue, overdue, ['interest', 'daysOverdue'], issues)
  if (overdue === 0) checkAgrees(spans.length, 0, ['interest', 'spans'], issues)
  else spans.forEach((one, index) => checkSpan(one, rate, digitsOf(interest), ['interest', 'spans', index], issues))
}

/** Adds an issue where a span's days are not those between its dates, or the rate gives it another percentage, year or interest. */
function checkSpan(one: InterestSpan, { steps, daysInYear, rounding }: PreparedRate, digits: number, path: Path, issues: Issue[]): void {
  checkAgrees(one.days, parseDay(one.to) - parseDay(one.from) + 1, [...path, 'days'], issues)
  if (!steps.some(({ percent }) => percent === one.percent)) {
    checkAgrees(one.percent, steps.map(({ percent }) => percent).join(', '), [...path, 'percent'], issues)
  }
  if (!(daysInYear === 'actual' ? [365, 366] : [daysInYear]).includes(one.daysInYear)) {
    checkAgrees(one.daysInYear, daysInYear, [...path, 'daysInYear'], issues)
  }
  const expected = interestOf(one, rounding, digits)
  if (!new Decimal(one.interest).eq(expected)) checkAgrees(one.interest, decimalText(expected), [...path, 'interest'], issues)
}

/** What a span bears, rounded as its rate says. */
function interestOf({ balance, percent, days, daysInYear }: InterestSpan, rounding: PreparedRate['rounding'], digits: number): Decimal {
  const year = new Decimal(daysInYear).times(100)
  const ofDay = new Decimal(balance).times(percent)
  if (rounding === 'day') return ofDay.div(year).toDecimalPlaces(digits).times(days)
  const whole = ofDay.times(days).div(year)
  return rounding === 'span' ? whole.toDecimalPlaces(digits) : whole.toDecimalPlaces(UNROUNDED_PLACES, Decimal.ROUND_HALF_EVEN)
}
