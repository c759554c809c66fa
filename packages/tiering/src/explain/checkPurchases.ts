import type { Issue } from '@clientele/core'
import {
  type Check,
  type CodeChecks,
  checkCount,
  checkDay,
  checkNumber,
  checkQuantity,
  checkShare,
  checkText,
  codedBy,
  createIssue,
  listOf,
  membersOf,
  oneOf,
} from '@clientele/core/checks'
import { AGE_UNITS } from '../purchases/ageUnits.js'
import type { PurchaseDiagnosis, PurchaseSummary } from '../purchases/types.js'
import { checkOptionalCurrency } from './checkTiering.js'

const diagnoses: CodeChecks<PurchaseDiagnosis> = {
  'rows-rejected': { rejected: checkCount, read: checkCount },
  'transactions-after-as-of': { count: checkCount },
  'zero-amounts': { count: checkCount },
  refunds: { count: checkCount },
  'refunds-alone': { customers: checkCount },
  'no-customers': {},
}

const customer = membersOf({
  customer: checkText,
  repeatPurchases: checkCount,
  lastPurchaseAge: checkShare,
  age: checkShare,
  meanSpend: checkNumber,
  repeatSpend: checkQuantity,
  firstPurchase: checkDay,
  lastPurchase: checkDay,
})

/** Checks in what ages are counted. */
export const checkAgeUnit: Check = oneOf(AGE_UNITS)

const checkShape: Check = membersOf({
  asOf: checkDay,
  unit: checkAgeUnit,
  currency: checkOptionalCurrency,
  customers: listOf(customer),
  diagnoses: listOf(codedBy<PurchaseDiagnosis>(diagnoses)),
})

/** Adds an issue for all that is wrong with what {@link summarisePurchases} returned. */
export function checkPurchaseSummary(summary: unknown, issues: Issue[]): void {
  checkShape(summary, ['summary'], issues)
  if (issues.length > 0) return
  ;(summary as PurchaseSummary).customers.forEach(({ lastPurchaseAge, age }, index) => {
    if (lastPurchaseAge <= age) return
    const path = ['summary', 'customers', index, 'lastPurchaseAge']
    issues.push(createIssue('too-large', path, { maximum: String(age), actual: String(lastPurchaseAge) }))
  })
}
