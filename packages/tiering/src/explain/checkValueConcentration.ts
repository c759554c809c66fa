import type { Issue } from '@clientele/core'
import {
  type Check,
  type CodeChecks,
  checkCount,
  checkNumber,
  checkQuantity,
  checkShare,
  codedBy,
  createIssue,
  listOf,
  membersOf,
  orNull,
} from '@clientele/core/checks'
import type { ConcentrationDiagnosis } from '../concentration/types.js'

const diagnoses: CodeChecks<ConcentrationDiagnosis> = {
  'no-values': {},
  'one-value': {},
  'total-not-positive': { total: checkQuantity },
  'values-below-zero': { count: checkCount, value: checkQuantity },
}

const AXES = 2

/** Checks a point of a curve. */
const checkPoint: Check = (value, path, issues) => {
  const before = issues.length
  listOf(checkNumber)(value, path, issues)
  if (issues.length > before) return
  const { length } = value as readonly unknown[]
  if (length !== AXES) issues.push(createIssue('wrong-length', path, { expected: AXES, actual: length }))
}

const checkShape: Check = membersOf({
  count: checkCount,
  total: checkQuantity,
  gini: orNull(checkShare),
  giniUnbiased: orNull(checkShare),
  herfindahlHirschmanIndex: orNull(checkShare),
  lorenz: listOf(checkPoint),
  top: listOf(membersOf({ share: checkShare, customers: checkCount, ofValue: orNull(checkNumber) })),
  diagnoses: listOf(codedBy<ConcentrationDiagnosis>(diagnoses)),
})

/** Adds an issue for all that is wrong with what {@link concentration} returned. */
export function checkValueConcentration(concentration: unknown, issues: Issue[]): void {
  checkShape(concentration, ['concentration'], issues)
}
