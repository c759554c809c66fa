import type { Issue } from '@clientele/core'
import { type Check, type CodeChecks, checkCount, checkDay, checkFlag, checkShare, codedBy, listOf, membersOf } from '@clientele/core/checks'
import type { ValidationDiagnosis } from '../validation/types.js'
import { checkBgNbdFit } from './checkFit.js'
import { checkAgeUnit } from './checkPurchases.js'

const diagnoses: CodeChecks<ValidationDiagnosis> = {
  'rows-rejected': { rejected: checkCount, read: checkCount },
  'customers-after-calibration': { count: checkCount },
  'refunds-alone': { customers: checkCount },
  'transactions-after-until': { count: checkCount },
  'zero-amounts': { count: checkCount },
  refunds: { count: checkCount },
  'fit-not-converged': {},
  'worse-than-naive': { model: checkShare, naive: checkShare },
}

const group = membersOf({ repeatPurchases: checkCount, orMore: checkFlag, customers: checkCount, actual: checkCount, expected: checkShare })

const checkShape: Check = membersOf({
  calibrateTo: checkDay,
  until: checkDay,
  unit: checkAgeUnit,
  horizon: checkShare,
  customers: checkCount,
  actual: checkCount,
  expected: checkShare,
  byRepeatPurchases: listOf(group),
  meanAbsoluteError: checkShare,
  naive: membersOf({ expected: checkShare, meanAbsoluteError: checkShare }),
  fit: checkBgNbdFit,
  diagnoses: listOf(codedBy<ValidationDiagnosis>(diagnoses)),
})

/** Adds an issue for all that is wrong with what {@link validateModel} returned. */
export function checkModelValidation(validation: unknown, issues: Issue[]): void {
  checkShape(validation, ['validation'], issues)
}
