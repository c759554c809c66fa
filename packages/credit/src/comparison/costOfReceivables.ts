import type { Issue } from '@clientele/core'
import { checkRecord, throwIssues } from '@clientele/core/checks'
import { add, multiply, powerOfTenText } from '../numbers/fraction.js'
import { type ReadReceivablesCost, readReceivablesCost } from './readReceivablesCost.js'
import type { ReceivablesCost, ReceivablesCostFigures } from './types.js'

/**
 * Tells what receivables cost in a year: the opportunity cost of the capital that they tie up, the management cost and the bad-debt cost.
 *
 * The opportunity cost is `dailySales × collectionDays × variable cost × cost of capital`, as only the variable cost of what was sold was spent; the
 * bad-debt cost is a share of the year's sales. Everything is exact.
 *
 * @param figures - `dailySales` on credit, `collectionDays` and `managementCost` in a year, 0 or more; `variableCostPercent` and
 * `costOfCapitalPercent`, 0 or more; `badDebtPercent` of the year's sales, 0 to 100; `daysInYear`, 360 (unless given) or 365.
 * @returns The three costs and their total, with daily sales and days as given, the year's sales, the average receivables and the capital that
 * they tie up, as exact decimals.
 * @throws {@link InputError} if a figure is not as stated, with every issue.
 * @see The textbook S1 (客戶信用管理, 應收賬款的成本); Jing Xin et al., 財務管理學, the cost of receivables (機會成本, 管理成本, 壞賬成本).
 * @example
 * import { costOfReceivables } from '@clientele/credit'
 *
 * const figures = { dailySales: 10, collectionDays: 30, variableCostPercent: 60, costOfCapitalPercent: 10, managementCost: 36, badDebtPercent: 2 }
 * const { investment, opportunity, management, badDebt, total } = costOfReceivables(figures)
 * investment //=> '180'
 * const costs = { opportunity, management, badDebt, total }
 * costs //=> { opportunity: '18', management: '36', badDebt: '72', total: '126' }
 */
export function costOfReceivables(figures: ReceivablesCostFigures): ReceivablesCost {
  const issues: Issue[] = []
  const read = checkRecord(figures, ['figures'], issues) ? readReceivablesCost(figures, [], issues) : undefined
  throwIssues(issues)
  const { dailySales, collectionDays, variableCost, costOfCapital, management, badDebt, daysInYear } = read as ReadReceivablesCost
  const sales = multiply(dailySales, daysInYear)
  const receivables = multiply(dailySales, collectionDays)
  const investment = multiply(receivables, variableCost)
  const opportunity = multiply(investment, costOfCapital)
  const lost = multiply(sales, badDebt)
  return {
    dailySales: powerOfTenText(dailySales),
    collectionDays: powerOfTenText(collectionDays),
    sales: powerOfTenText(sales),
    receivables: powerOfTenText(receivables),
    investment: powerOfTenText(investment),
    opportunity: powerOfTenText(opportunity),
    management: powerOfTenText(management),
    badDebt: powerOfTenText(lost),
    total: powerOfTenText(add(opportunity, management, lost)),
  }
}
