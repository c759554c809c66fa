import { checkText } from '@clientele/core/checks'
import { type Check, checkDay, checkQuantity, listOf, membersOf } from '../results/checkResult.js'

/** Checks what {@link termsTimeline} returned. */
export const checkTimeline: Check = membersOf({
  invoice: checkText,
  currency: checkText,
  amount: checkQuantity,
  start: checkDay,
  due: checkDay,
  windows: listOf(membersOf({ from: checkDay, to: checkDay, percent: checkQuantity, discount: checkQuantity, payable: checkQuantity })),
})
