import { type Check, checkCount, checkDay, checkQuantity, checkShare, checkText, codedBy, listOf, membersOf, optional } from '@clientele/core/checks'
import type { ItemDiagnosis } from '../receivables/types.js'
import { itemDiagnoses } from './itemDiagnoses.js'

const currency = membersOf({
  currency: checkText,
  total: checkQuantity,
  exposure: checkQuantity,
  herfindahlHirschmanIndex: checkShare,
  effectiveCustomers: checkShare,
  greatest: listOf(membersOf({ customers: checkCount, share: checkShare })),
  customers: listOf(membersOf({ customer: checkText, balance: checkQuantity, share: checkShare, cumulativeShare: checkShare })),
})

/** Checks what {@link concentrationOfReceivables} returned. */
export const checkConcentration: Check = membersOf({
  asOf: optional(checkDay),
  currencies: listOf(currency),
  diagnoses: listOf(codedBy<ItemDiagnosis>(itemDiagnoses)),
})
