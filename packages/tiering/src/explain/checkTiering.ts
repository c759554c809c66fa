import type { DecimalString, Issue, Path } from '@clientele/core'
import {
  type Check,
  type CodeChecks,
  checkAgrees,
  checkAmong,
  checkCount,
  checkCurrency,
  checkDay,
  checkFlag,
  checkInteger,
  checkMadeByPolicy,
  checkNumber,
  checkQuantity,
  checkSameList,
  checkShare,
  checkText,
  checkUnique,
  codedBy,
  createIssue,
  filled,
  listOf,
  membersOf,
  optional,
  orNull,
} from '@clientele/core/checks'
import type { AverageMonthlySales } from '../sales/types.js'
import { checkTierScheme } from '../tiers/checkTierScheme.js'
import { classifyByShare } from '../tiers/classifyByShare.js'
import { classifyByThreshold } from '../tiers/classifyByThreshold.js'
import type { TierDiagnosis, Tiering, TierReason, TierScheme, ValuedCustomers } from '../tiers/types.js'
import { tiersOf } from './tiersOf.js'

const bounds = { tier: checkText, fromPercent: checkQuantity, toPercent: checkQuantity, shareOfValue: orNull(checkNumber) }

const reasons: CodeChecks<TierReason> = {
  'threshold-passed': { tier: checkText, from: checkQuantity },
  'below-every-threshold': { tier: checkText },
  'better-tier': { tier: checkText, from: checkQuantity, lacking: checkQuantity },
  'within-cut': { tier: checkText, upToPercent: checkQuantity, begins: orNull(checkNumber), ends: orNull(checkNumber) },
  'next-in-better-tier': { tier: checkText, value: checkQuantity, lacking: checkQuantity },
  'placed-without-shares': { tier: checkText },
}

const diagnoses: CodeChecks<TierDiagnosis> = {
  'rows-rejected': { rejected: checkCount, read: checkCount },
  'source-rows-rejected': { rejected: checkCount },
  'month-not-over': { asOf: checkDay, to: checkDay },
  'no-customers': {},
  'one-customer': { customer: checkText },
  'all-equal': { value: checkQuantity },
  'total-not-positive': { total: checkQuantity },
  'values-below-zero': { count: checkCount, value: checkQuantity },
  'top-tier-empty': { tier: checkText },
  'tier-empty': { tier: checkText },
  'share-not-as-expected': bounds,
}

/** Checks what is to be known about tiers. */
export const checkTierDiagnosis: Check = codedBy<TierDiagnosis>(diagnoses)

/** Checks the currency that a result may have. */
export const checkOptionalCurrency: Check = optional((value, path, issues) => {
  checkCurrency(value, path, issues)
})

/** Checks the number of months of a result of average sales. */
export const checkMonths: Check = (value, path, issues) => {
  checkInteger(value, path, issues, { minimum: 1 })
}

/** Checks the customers of a tier together. */
export const checkTierSummary: Check = membersOf({
  tier: checkText,
  count: checkCount,
  value: checkQuantity,
  sum: optional(checkQuantity),
  shareOfCustomers: orNull(checkShare),
  shareOfValue: orNull(checkNumber),
})

/** Checks what {@link classifyByThreshold}, {@link classifyByShare} or {@link classifyByScore} returned. */
const checkTiering: Check = membersOf({
  currency: checkOptionalCurrency,
  months: optional(checkMonths),
  total: checkQuantity,
  sum: optional(checkQuantity),
  tiers: filled(checkTierSummary),
  customers: listOf(
    membersOf({
      customer: checkText,
      value: checkQuantity,
      sum: optional(checkQuantity),
      tier: checkText,
      rank: checkCount,
      reasons: filled(codedBy<TierReason>(reasons)),
    }),
  ),
  expectations: optional(listOf(membersOf({ ...bounds, met: checkFlag }))),
  diagnoses: listOf(checkTierDiagnosis),
})

/** Adds an issue for all that is wrong with a tiering, whichever scheme made it. */
export function checkTieringAlone(tiering: unknown, issues: Issue[]): void {
  checkTiering(tiering, ['tiering'], issues)
  if (issues.length > 0) return
  checkSumsOfTiering(tiering as Tiering, issues)
  checkTiersOfCustomers(tiering as Tiering, issues)
}

/** Adds an issue for each exact sum that is lacking where averages are compared. */
function checkSumsOfTiering({ months, sum, tiers, customers }: Tiering, issues: Issue[]): void {
  if (months === undefined) return
  if (sum === undefined) issues.push(createIssue('missing', ['tiering', 'sum'], {}))
  checkSums(tiers, ['tiering', 'tiers'], issues)
  checkSums(customers, ['tiering', 'customers'], issues)
}

/** Adds an issue for each member of a list whose exact sum is lacking. */
export function checkSums(figures: readonly { readonly sum?: DecimalString }[], path: Path, issues: Issue[]): void {
  figures.forEach(({ sum }, index) => {
    if (sum === undefined) issues.push(createIssue('missing', [...path, index, 'sum'], {}))
  })
}

/** Adds an issue for each customer who is in none of the tiers, and for each who is in several. */
function checkTiersOfCustomers({ tiers, customers }: Tiering, issues: Issue[]): void {
  const ids = tiers.map(({ tier }) => tier)
  const known = new Set(ids)
  customers.forEach(({ tier }, index) => {
    if (!known.has(tier)) checkAmong(tier, ids, ['tiering', 'customers', index, 'tier'], issues)
  })
  checkUnique(
    customers.map(({ customer }) => customer),
    (index) => ['tiering', 'customers', index, 'customer'],
    issues,
  )
}

/** Adds an issue for all that is wrong with a tiering or its scheme, and where another scheme made it, also one of the same version. */
export function checkTieringOfScheme(tiering: unknown, scheme: unknown, issues: Issue[]): void {
  checkMadeByPolicy(tiering, 'tiering', checkTiering, { name: 'scheme', document: scheme, check: checkTierScheme }, issues)
  if (issues.length > 0) return
  const found = tiering as Tiering
  const own = { ...(scheme as TierScheme) }
  if (own.currency !== undefined) checkAgrees(found.currency, own.currency, ['tiering', 'currency'], issues)
  const ids = tiersOf(own).map(({ id }) => id)
  checkSameList(
    found.tiers.map(({ tier }) => tier),
    ids,
    ['tiering', 'tiers'],
    issues,
  )
  checkSumsOfTiering(found, issues)
  checkTiersOfCustomers(found, issues)
  if (issues.length === 0) checkAgain(found, own, issues)
}

/** Adds an issue where the scheme makes something else of the values that were read. */
function checkAgain(found: Tiering, scheme: TierScheme, issues: Issue[]): void {
  const values = valuesOf(found)
  const { total, sum, tiers, customers, expectations } =
    scheme.type === 'threshold' ? classifyByThreshold(values, scheme) : classifyByShare(values, scheme)
  checkAgrees(found.customers, customers, ['tiering', 'customers'], issues)
  if (issues.length === 0) checkAgrees(found, { total, sum, tiers, expectations }, ['tiering'], issues)
}

/** What the customers of a tiering were sorted by; of averages their exact sums, for averages are rounded. */
function valuesOf({ currency, months, customers }: Tiering): ValuedCustomers {
  if (months === undefined) return customers.map(({ customer, value }) => ({ customer, value, currency }))
  const sums = customers.map(({ customer, sum, value }) => ({ customer, total: sum as DecimalString, average: value }))
  const averages: Pick<AverageMonthlySales, 'months' | 'currency' | 'customers'> = {
    months,
    customers: sums,
    ...(currency !== undefined && { currency }),
  }
  return averages as AverageMonthlySales
}
