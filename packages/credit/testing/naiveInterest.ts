import type { InterestRate } from '../src/index.js'
import type { OpenItem } from '../src/receivables/types.js'
import { unitsOf } from './arbitraries.js'

/** A fraction, its denominator above 0. */
export type Fraction = readonly [bigint, bigint]

/** Days on end that are alike; the interest is in minor units. */
interface NaiveSpan {
  readonly from: string
  to: string
  days: number
  readonly balance: bigint
  readonly percent: number
  readonly daysInYear: number
  interest: Fraction
}

/** The interest of an item in minor units, as `lateInterest` has to give it. */
export interface NaiveInterest {
  readonly interest: bigint
  readonly spans: readonly NaiveSpan[]
  readonly daysBeforeFirstRate: number
}

const MILLISECONDS_A_DAY = 86_400_000
const PERCENT_PLACES = 6

/**
 * Counts interest slowly and plainly, as the semantics say it: day by day, in fractions, on dates as texts. It shares no code with the package.
 * Amounts are texts or whole numbers; percentages have at most 6 decimal places.
 */
export function naiveInterest(item: OpenItem, rate: InterestRate, asOf: string, digits: number): NaiveInterest {
  const { rounding = 'total', stepsApply = 'each-day', daysInYear } = rate
  const spans: NaiveSpan[] = []
  const dayAfterDue = nextDay(item.due)
  const begunAtFirst = rate.steps.filter(({ from }) => from <= dayAfterDue)
  let total: Fraction = [0n, 1n]
  let rounded = 0n
  let daysBeforeFirstRate = 0
  let previous = ''
  for (let day = dayAfterDue; day <= asOf && item.date <= asOf; day = nextDay(day)) {
    const balance = balanceOn(day, item, digits)
    const begun = rate.steps.filter(({ from }) => from <= day)
    const step = stepsApply === 'each-day' ? begun.at(-1) : (begunAtFirst.at(-1) ?? begun[0])
    const percent = Number(step?.percent ?? 0)
    const year = daysInYear === 'actual' ? lengthOfYear(day) : daysInYear
    const key = balance > 0n ? [balance, percent, year].join(' ') : ''
    if (key !== '') {
      const ofDay: Fraction = [balance * unitsOf(step?.percent ?? 0, PERCENT_PLACES), 100n * 10n ** BigInt(PERCENT_PLACES) * BigInt(year)]
      const last = key === previous ? spans.at(-1) : undefined
      if (last === undefined) spans.push({ from: day, to: day, days: 1, balance, percent, daysInYear: year, interest: ofDay })
      else Object.assign(last, { to: day, days: last.days + 1, interest: add(last.interest, ofDay) })
      rounded += halfUp(ofDay)
      if (begun.length === 0) daysBeforeFirstRate++
    }
    previous = key
  }
  for (const { interest } of spans) total = add(total, interest)
  const ofSpans = spans.reduce((sum, { interest }) => sum + halfUp(interest), 0n)
  return { interest: { total: halfUp(total), span: ofSpans, day: rounded }[rounding], spans, daysBeforeFirstRate }
}

function balanceOn(day: string, { amount, applications = [] }: OpenItem, digits: number): bigint {
  const before = applications.filter(({ date }) => date < day)
  return before.reduce((rest, { settles }) => rest - unitsOf(settles, digits), unitsOf(amount, digits))
}

/** The day after a date of the years 1000 to 9999. */
function nextDay(date: string): string {
  return new Date(Date.parse(date) + MILLISECONDS_A_DAY).toISOString().slice(0, 10)
}

function lengthOfYear(date: string): number {
  const year = Number(date.slice(0, 4))
  return (Date.UTC(year + 1, 0, 1) - Date.UTC(year, 0, 1)) / MILLISECONDS_A_DAY
}

function add([a, b]: Fraction, [c, d]: Fraction): Fraction {
  return b === d ? [a + c, b] : [a * d + c * b, b * d]
}

/** The nearest integer to a fraction of 0 or more, and the greater one where two are as near. */
export function halfUp([dividend, divisor]: Fraction): bigint {
  return (2n * dividend + divisor) / (2n * divisor)
}
