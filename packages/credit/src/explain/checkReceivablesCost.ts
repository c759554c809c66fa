import type { Issue } from '@clientele/core'
import { type Check, checkAgrees, checkFigure, membersOf } from '@clientele/core/checks'
import { isNil } from '@clientele/core/explain'
import type { ReceivablesCost } from '../comparison/types.js'
import { add, type Fraction, fractionOfText, multiply, powerOfTenText } from '../numbers/fraction.js'

/** How many days a year may have. */
const YEARS: readonly Fraction[] = [360n, 365n].map((dividend) => ({ dividend, divisor: 1n }))

const checkCost: Check = membersOf({
  dailySales: checkFigure,
  collectionDays: checkFigure,
  sales: checkFigure,
  receivables: checkFigure,
  investment: checkFigure,
  opportunity: checkFigure,
  management: checkFigure,
  badDebt: checkFigure,
  total: checkFigure,
})

/** Adds an issue for all that is wrong with what {@link costOfReceivables} returned, and where its parts do not add up, or come of nothing. */
export function checkReceivablesCost(value: unknown, issues: Issue[]): void {
  checkCost(value, ['cost'], issues)
  if (issues.length > 0) return
  const { dailySales, collectionDays, sales, receivables, investment, opportunity, management, badDebt, total } = value as ReceivablesCost
  const daily = fractionOfText(dailySales)
  const yearly = YEARS.map((days) => powerOfTenText(multiply(daily, days)))
  const expected = {
    sales: yearly.includes(sales) ? sales : (yearly[0] as string),
    receivables: powerOfTenText(multiply(daily, fractionOfText(collectionDays))),
    ...(isNil(receivables) ? { investment: '0' } : {}),
    ...(isNil(investment) ? { opportunity: '0' } : {}),
    ...(isNil(sales) ? { badDebt: '0' } : {}),
    total: powerOfTenText(add(...[opportunity, management, badDebt].map(fractionOfText))),
  }
  checkAgrees({ sales, receivables, investment, opportunity, badDebt, total }, expected, ['cost'], issues)
}
