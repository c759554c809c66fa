import { type Check, type CodeChecks, checkDay, checkInteger, checkQuantity, checkText, codedBy, listOf, membersOf } from '@clientele/core/checks'
import type { InstalmentDiagnosis } from '../instalments/types.js'

/** Checks what {@link planInstalments} returned for a plan of so many lines, if that is known. */
export function checkInstalments(lines: number = Number.MAX_SAFE_INTEGER): Check {
  const line: Check = (value, path, issues) => {
    checkInteger(value, path, issues, { minimum: 1, maximum: lines })
  }
  const diagnoses: CodeChecks<InstalmentDiagnosis> = {
    'due-before-invoice': { line, date: checkDay },
    'dates-fall': { line, date: checkDay, before: checkDay },
  }
  return membersOf({
    amount: checkQuantity,
    currency: checkText,
    date: checkDay,
    instalments: listOf(membersOf({ line, date: checkDay, amount: checkQuantity, dates: listOf(checkDay) })),
    diagnoses: listOf(codedBy<InstalmentDiagnosis>(diagnoses)),
  })
}
