import type { Issue } from '@clientele/core'
import { type Check, type CodeChecks, checkCount, checkDay, checkQuantity, checkText, codedBy, listOf, membersOf } from '@clientele/core/checks'
import type { AverageSalesDiagnosis } from '../sales/types.js'
import { checkMonths, checkOptionalCurrency } from './checkTiering.js'

const diagnoses: CodeChecks<AverageSalesDiagnosis> = {
  'rows-rejected': { rejected: checkCount, read: checkCount },
  'sales-after-as-of': { count: checkCount },
  'sales-before-window': { count: checkCount },
  'sales-after-window': { count: checkCount },
  'month-not-over': { asOf: checkDay, to: checkDay },
}

const checkShape: Check = membersOf({
  asOf: checkDay,
  months: checkMonths,
  from: checkDay,
  to: checkDay,
  currency: checkOptionalCurrency,
  customers: listOf(membersOf({ customer: checkText, total: checkQuantity, average: checkQuantity })),
  diagnoses: listOf(codedBy<AverageSalesDiagnosis>(diagnoses)),
})

/** Adds an issue for all that is wrong with what {@link averageMonthlySales} returned. */
export function checkAverageSales(sales: unknown, issues: Issue[]): void {
  checkShape(sales, ['sales'], issues)
}
