import type { Issue } from '@clientele/core'
import {
  addIssuesAt,
  type Check,
  checkAgrees,
  checkAmong,
  checkCount,
  checkKeys,
  checkPolicies,
  checkQuantity,
  checkRecord,
  checkSameList,
  checkText,
  createIssue,
  filled,
  listOf,
  membersOf,
  oneOf,
  optional,
  ownValue,
  policyReference,
} from '@clientele/core/checks'
import type { SchemeComparison } from '../comparison/types.js'
import { checkTierScheme } from '../tiers/checkTierScheme.js'
import type { TierScheme } from '../tiers/types.js'
import { checkMonths, checkOptionalCurrency, checkSums, checkTierDiagnosis, checkTierSummary } from './checkTiering.js'
import { tiersOf } from './tiersOf.js'

const SIDES = ['before', 'after'] as const
const PARTS = [...SIDES, 'matrix', 'moved'] as const

const cell = { from: checkText, to: checkText, value: checkQuantity, sum: optional(checkQuantity) }

const checkShape: Check = membersOf({
  currency: checkOptionalCurrency,
  months: optional(checkMonths),
  before: filled(checkTierSummary),
  after: filled(checkTierSummary),
  matrix: listOf(membersOf({ ...cell, count: checkCount })),
  moved: listOf(membersOf({ ...cell, customer: checkText })),
  diagnoses: listOf(membersOf({ scheme: oneOf(SIDES), diagnosis: checkTierDiagnosis })),
  policies: listOf(() => undefined),
})

/** Adds an issue for all that is wrong with what {@link compareSchemes} returned. */
export function checkSchemeComparison(comparison: unknown, issues: Issue[]): void {
  const before = issues.length
  checkShape(comparison, ['comparison'], issues)
  if (issues.length > before) return
  const found = comparison as SchemeComparison
  if (found.months !== undefined) for (const part of PARTS) checkSums(found[part], ['comparison', part], issues)
  checkMatrix(found, issues)
}

/** Adds an issue where the matrix or those who move are of other tiers, and where customers are counted differently. */
function checkMatrix({ before, after, matrix, moved }: SchemeComparison, issues: Issue[]): void {
  const [rows, columns] = [before.map(({ tier }) => tier), after.map(({ tier }) => tier)]
  const pairs = rows.flatMap((from) => columns.map((to) => ({ from, to })))
  checkAgrees(matrix, pairs, ['comparison', 'matrix'], issues)
  moved.forEach(({ from, to }, index) => {
    checkAmong(from, rows, ['comparison', 'moved', index, 'from'], issues)
    checkAmong(to, columns, ['comparison', 'moved', index, 'to'], issues)
  })
  if (issues.length > 0) return
  const countOf = (side: 'from' | 'to', tier: string): number => matrix.reduce((sum, one) => (one[side] === tier ? sum + one.count : sum), 0)
  before.forEach(({ tier, count }, index) => checkAgrees(count, countOf('from', tier), ['comparison', 'before', index, 'count'], issues))
  after.forEach(({ tier, count }, index) => checkAgrees(count, countOf('to', tier), ['comparison', 'after', index, 'count'], issues))
  const others = matrix.reduce((sum, { from, to, count }) => (from === to ? sum : sum + count), 0)
  if (others !== moved.length) issues.push(createIssue('wrong-length', ['comparison', 'moved'], { expected: others, actual: moved.length }))
}

/** Adds an issue for all that is wrong with a comparison or its schemes, and where others were compared, or the other way round. */
export function checkComparisonOfSchemes(comparison: unknown, schemes: unknown, issues: Issue[]): void {
  if (checkRecord(schemes, ['schemes'], issues)) checkSchemes({ ...schemes }, issues)
  checkSchemeComparison(comparison, issues)
  if (issues.length > 0) return
  const found = comparison as SchemeComparison
  SIDES.forEach((side, index) => {
    const scheme = { ...((schemes as { readonly [side: string]: unknown })[side] as TierScheme) }
    checkPolicies([found.policies[index]], ['comparison', 'policies', index], [policyReference(scheme)], issues)
    checkSameList(
      found[side].map(({ tier }) => tier),
      tiersOf(scheme).map(({ id }) => id),
      ['comparison', side],
      issues,
    )
  })
}

function checkSchemes(schemes: { readonly [key: string]: unknown }, issues: Issue[]): void {
  checkKeys(schemes, SIDES, ['schemes'], issues)
  for (const side of SIDES) addIssuesAt(['schemes', side], checkTierScheme(ownValue(schemes, side)), issues)
}
