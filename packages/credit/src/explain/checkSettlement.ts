import {
  type Check,
  type CodeChecks,
  checkCount,
  checkDay,
  checkQuantity,
  checkText,
  codedBy,
  listOf,
  membersOf,
  oneOf,
  optional,
} from '@clientele/core/checks'
import type { SettlementDiagnosis, SettlementReason } from '../settlement/types.js'

const windowParams = { withinDays: checkCount, percent: checkQuantity, by: checkDay, paid: checkQuantity, payable: checkQuantity }

const reasons: CodeChecks<SettlementReason> = {
  'credit-notes-counted': { creditNotes: checkQuantity, base: checkQuantity },
  'refunds-counted': { refunded: checkQuantity },
  'discount-earned': { ...windowParams, discount: checkQuantity },
  'discount-earned-in-part': { ...windowParams, discount: checkQuantity },
  'discount-missed': windowParams,
  'discount-within-reach': windowParams,
  'not-overdue': { due: checkDay, open: checkQuantity },
  overdue: { due: checkDay, open: checkQuantity, daysOverdue: checkCount },
  settled: {},
  overpaid: { overpaid: checkQuantity },
}

const diagnoses: CodeChecks<SettlementDiagnosis> = {
  'invoice-after-as-of': { date: checkDay },
  'payments-after-as-of': { count: checkCount },
  'credits-after-as-of': { count: checkCount },
  'payments-before-invoice': { count: checkCount },
  'refunded-more-than-paid': { paid: checkQuantity },
}

const application = membersOf({
  payment: checkText,
  date: checkDay,
  type: oneOf(['payment', 'discount', 'credit-note', 'write-off']),
  amount: checkQuantity,
  settles: checkQuantity,
})

/** Checks what {@link settleInvoice} returned. */
export const checkSettlement: Check = membersOf({
  invoice: checkText,
  currency: checkText,
  asOf: checkDay,
  amount: checkQuantity,
  due: checkDay,
  status: oneOf(['open', 'overdue', 'paid', 'overpaid']),
  paid: checkQuantity,
  discountTaken: checkQuantity,
  credited: checkQuantity,
  open: checkQuantity,
  overpaid: checkQuantity,
  applications: listOf(application),
  unearnedDiscount: optional(membersOf({ amount: checkQuantity, percent: checkQuantity, withinDays: checkCount })),
  next: optional(membersOf({ by: checkDay, payable: checkQuantity })),
  reasons: listOf(codedBy<SettlementReason>(reasons)),
  diagnoses: listOf(codedBy<SettlementDiagnosis>(diagnoses)),
})
