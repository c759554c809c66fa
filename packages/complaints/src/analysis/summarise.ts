import type { JsonValue } from '@clientele/core'
import { checkCurrency, checkDecimal } from '@clientele/core/checks'
import { Decimal, ratio, sumExactly } from '@clientele/core/decimal'
import { moneyText } from '../money/readMoney.js'
import { compareText } from './compareText.js'
import type { FollowedComplaint } from './followComplaint.js'
import type { Compensation, ReworkSummary, Satisfaction } from './types.js'

/** What was approved, added up by currency. */
export function sumCompensation(complaints: readonly FollowedComplaint[]): Compensation[] {
  const amounts = new Map<string, string[]>()
  for (const { approved } of complaints) {
    for (const { amount, currency } of approved) {
      const known = amounts.get(currency)
      if (known === undefined) amounts.set(currency, [amount])
      else known.push(amount)
    }
  }
  return [...amounts.keys()].sort(compareText).map((currency) => {
    const list = amounts.get(currency) as string[]
    const digits = checkCurrency(currency, [], []) as number
    return { currency, amount: moneyText(sumExactly(list, [], []), digits), count: list.length }
  })
}

/** What was done over again. */
export function sumRework(complaints: readonly FollowedComplaint[]): ReworkSummary {
  const counts = new Map<string, number>()
  let reworked = 0
  for (const { reentered } of complaints) {
    if (reentered.length > 0) reworked += 1
    for (const step of reentered) counts.set(step, (counts.get(step) ?? 0) + 1)
  }
  const steps = [...counts]
    .map(([step, count]) => ({ step, count }))
    .sort((one, other) => other.count - one.count || compareText(one.step, other.step))
  return { complaints: reworked, rate: complaints.length === 0 ? 0 : reworked / complaints.length, steps }
}

/** What customers said. */
export function sumSatisfaction(complaints: readonly FollowedComplaint[]): Satisfaction {
  const accepted = complaints.reduce((sum, one) => sum + one.accepted, 0)
  const disputed = complaints.reduce((sum, one) => sum + one.disputed, 0)
  const ratings = complaints.flatMap((one) => one.ratings).filter(isDecimal)
  const responses = accepted + disputed
  return {
    accepted,
    disputed,
    acceptedRate: responses === 0 ? null : accepted / responses,
    mean: ratio(sumExactly(ratings, [], []), new Decimal(ratings.length)),
    ratings: ratings.length,
  }
}

/** Whether a rating is a number, or a text that stands for one; none is beyond all numbers. */
function isDecimal(rating: JsonValue): boolean {
  return checkDecimal(rating, [], []) !== undefined && Number.isFinite(Number(rating))
}
