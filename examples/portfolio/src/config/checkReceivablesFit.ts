import { type CalendarDate, type Issue, isInputError } from '@clientele/core'
import { createIssue } from '@clientele/core/checks'
import { ageReceivables, measureLossAllowance, planDunning } from '@clientele/credit'
import { createPortfolioIssue } from '../issues/createPortfolioIssue.js'
import { longestPeriod } from '../receivables/longestPeriod.js'
import type { ReceivablesSettings } from '../receivables/types.js'

/**
 * Finds where the documents for invoices, each right in itself, do not fit together: letters are tried on an invoice of each currency, the
 * allowance on one of any, as its rates are of none.
 */
export function checkReceivablesFit(
  { asOf, currency: any, columns, disputed, salesDays, ageing, dunning, provisions }: ReceivablesSettings,
  currencies: Iterable<string>,
): Issue[] {
  const tryIn = (currency: string) => ({ id: currency, customer: 'trial', date: asOf, due: asOf, amount: 1, currency })
  const items = Array.from(currencies, tryIn)
  const aged = () => ageReceivables([tryIn(any)], ageing, { asOf })
  return [
    ...checkDisputes(columns.disputed !== undefined, disputed !== undefined),
    ...checkSalesDays(salesDays, asOf),
    ...(dunning === undefined ? [] : issuesAt('dunning', () => planDunning({ items, history: [] }, dunning, { asOf }))),
    ...(provisions === undefined ? [] : issuesAt('provisions', () => measureLossAllowance(aged(), provisions))),
  ]
}

/** The period must begin within the calendar. */
function checkSalesDays(salesDays: number, asOf: CalendarDate): Issue[] {
  const maximum = longestPeriod(asOf)
  return salesDays > maximum ? [createIssue('too-large', ['receivables', 'salesDays'], { maximum: String(maximum), actual: String(salesDays) })] : []
}

function checkDisputes(hasColumn: boolean, hasWords: boolean): Issue[] {
  if (hasColumn === hasWords) return []
  return [createPortfolioIssue('dispute-half-told', ['receivables', ...(hasColumn ? ['disputed'] : ['columns', 'disputed'])], {})]
}

/** What an engine finds wrong with the document that stands in the config under a key. */
function issuesAt(key: string, attempt: () => unknown): Issue[] {
  try {
    attempt()
    return []
  } catch (error) {
    if (!isInputError(error)) throw error
    return error.issues.map((issue) => ({ ...issue, path: ['receivables', key, ...issue.path.slice(1)] }))
  }
}
