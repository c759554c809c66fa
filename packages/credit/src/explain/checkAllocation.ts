import {
  type Check,
  type CodeChecks,
  checkCount,
  checkDay,
  checkQuantity,
  checkRecord,
  checkText,
  codedBy,
  listOf,
  membersOf,
  oneOf,
} from '@clientele/core/checks'
import type { AllocationDiagnosis } from '../settlement/types.js'

const diagnoses: CodeChecks<AllocationDiagnosis> = {
  'no-invoices': {},
  'later-documents-counted': { count: checkCount, asOf: checkDay },
  'already-settled': { invoices: listOf(checkText) },
  'left-open': { invoices: listOf(checkText) },
}

/** Which policy it is, is looked at where the policies are known. */
const checkReference: Check = (value, path, issues) => {
  checkRecord(value, path, issues)
}

const application = membersOf({
  invoice: checkText,
  terms: checkReference,
  amount: checkQuantity,
  discount: checkQuantity,
  settles: checkQuantity,
  open: checkQuantity,
  status: oneOf(['open', 'overdue', 'paid', 'overpaid']),
})

/** Checks what {@link allocatePayment} returned. */
export const checkAllocation: Check = membersOf({
  payment: checkText,
  date: checkDay,
  asOf: checkDay,
  currency: checkText,
  amount: checkQuantity,
  order: oneOf(['oldest-first', 'largest-discount', 'given']),
  applications: listOf(application),
  unapplied: checkQuantity,
  diagnoses: listOf(codedBy<AllocationDiagnosis>(diagnoses)),
})
