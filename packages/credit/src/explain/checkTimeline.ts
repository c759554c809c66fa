import { type Check, checkDay, checkQuantity, checkText, listOf, membersOf } from '@clientele/core/checks'

/** Checks what {@link termsTimeline} returned. */
export const checkTimeline: Check = membersOf({
  invoice: checkText,
  currency: checkText,
  amount: checkQuantity,
  start: checkDay,
  due: checkDay,
  windows: listOf(membersOf({ from: checkDay, to: checkDay, percent: checkQuantity, discount: checkQuantity, payable: checkQuantity })),
})
