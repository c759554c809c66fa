import type { Issue } from '@clientele/core'
import { type Check, checkFigure, checkShare, createIssue, membersOf } from '@clientele/core/checks'
import { Decimal, decimalText, ratio } from '@clientele/core/decimal'
import { isNil } from '@clientele/core/explain'
import type { SalesVelocity } from '../velocity/types.js'
import { checkWithin } from './checkRates.js'
import { checkCurrencyOrNone } from './checkSums.js'

const checkShape: Check = membersOf({
  perDay: checkShare,
  expectedValue: checkFigure,
  currency: checkCurrencyOrNone,
  factors: membersOf({ deals: checkFigure, winRate: checkFigure, averageValue: checkFigure, cycleDays: checkFigure }),
})

/** Adds an issue for all that is wrong with a sales velocity, such as one that is not what its factors make. */
export function checkVelocity(value: unknown, issues: Issue[]): void {
  const before = issues.length
  checkShape(value, ['velocity'], issues)
  if (issues.length > before) return
  const { perDay, expectedValue, factors } = value as SalesVelocity
  const [deals, winRate, averageValue] = [new Decimal(factors.deals), new Decimal(factors.winRate), new Decimal(factors.averageValue)]
  if (winRate.gt(1)) issues.push(createIssue('too-large', ['velocity', 'factors', 'winRate'], { maximum: '1', actual: factors.winRate }))
  if (isNil(factors.cycleDays)) issues.push(createIssue('not-above', ['velocity', 'factors', 'cycleDays'], { bound: '0', actual: factors.cycleDays }))
  if (issues.length > before) return
  const product = deals.times(winRate).times(averageValue)
  if (!product.eq(expectedValue))
    issues.push(createIssue('outdated-input', ['velocity', 'expectedValue'], { expected: decimalText(product), actual: expectedValue }))
  const speed = ratio(product, new Decimal(factors.cycleDays))
  checkWithin(perDay, speed, speed ?? 0, ['velocity', 'perDay'], issues)
}
