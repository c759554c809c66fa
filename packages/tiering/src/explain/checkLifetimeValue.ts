import type { Issue, Path } from '@clientele/core'
import {
  type Check,
  type CodeChecks,
  checkCount,
  checkNumber,
  checkShare,
  checkText,
  codedBy,
  createIssue,
  listOf,
  membersOf,
  orNull,
} from '@clientele/core/checks'
import type { LifetimeBook, LifetimeDiagnosis, LifetimeReason, LifetimeValue } from '../lifetime/types.js'
import { within } from './checkFit.js'
import { checkAgeUnit } from './checkPurchases.js'

/** Numbers are products and sums of rounded ones: so much of themselves they may be off. */
const TOLERANCE = 1e-9

const reasons: CodeChecks<LifetimeReason> = {
  'no-repeat-purchases': {},
  'spend-from-both': { weight: checkShare, own: checkNumber, all: orNull(checkShare) },
  'beyond-history': { horizon: checkShare, age: checkShare },
}

const diagnoses: CodeChecks<LifetimeDiagnosis> = {
  'rows-rejected': { rejected: checkCount, read: checkCount },
  'no-repeat-purchases': { count: checkCount },
  'beyond-history': { count: checkCount },
  'no-customers': {},
}

/** What a value and those of a book have in common. */
const rules = {
  unit: checkAgeUnit,
  horizon: checkShare,
  discountRate: checkShare,
  marginRate: within({ minimum: -1, maximum: 1 }),
}

const expectations = {
  value: checkNumber,
  expectedPurchases: checkShare,
  expectedSpend: checkNumber,
  probabilityAlive: within({ minimum: 0, maximum: 1 }),
}

const checkValueShape: Check = membersOf({
  ...rules,
  ...expectations,
  discountedPurchases: checkShare,
  reasons: listOf(codedBy<LifetimeReason>(reasons)),
})

const checkBookShape: Check = membersOf({
  ...rules,
  total: checkNumber,
  expectedPurchases: checkShare,
  customers: listOf(membersOf({ ...expectations, customer: checkText })),
  diagnoses: listOf(codedBy<LifetimeDiagnosis>(diagnoses)),
})

/** Adds an issue for all that is wrong with what {@link lifetimeValue} returned, such as a value that is not the product of its parts. */
export function checkLifetimeValue(value: unknown, issues: Issue[]): void {
  checkValueShape(value, ['value'], issues)
  if (issues.length > 0) return
  const { value: actual, marginRate, expectedSpend, discountedPurchases } = value as LifetimeValue
  const expected = marginRate * expectedSpend * discountedPurchases
  checkNear(actual, expected, Math.abs(expected), ['value', 'value'], issues)
}

/** Adds an issue for all that is wrong with what {@link lifetimeValues} returned, such as values that do not add up. */
export function checkLifetimeBook(book: unknown, issues: Issue[]): void {
  checkBookShape(book, ['book'], issues)
  if (issues.length > 0) return
  const { total, customers } = book as LifetimeBook
  const expected = customers.reduce((sum, { value }) => sum + value, 0)
  const size = customers.reduce((sum, { value }) => sum + Math.abs(value), 0)
  checkNear(total, expected, size, ['book', 'total'], issues)
}

function checkNear(actual: number, expected: number, size: number, path: Path, issues: Issue[]): void {
  if (Math.abs(actual - expected) <= size * TOLERANCE + Number.MIN_VALUE) return
  issues.push(createIssue('outdated-input', path, { expected: String(expected), actual: String(actual) }))
}
