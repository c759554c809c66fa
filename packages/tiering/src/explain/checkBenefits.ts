import type { Issue } from '@clientele/core'
import {
  type Check,
  checkAgrees,
  checkAmong,
  checkCurrency,
  checkMadeByPolicy,
  checkQuantity,
  checkText,
  membersOf,
  optional,
  orNull,
} from '@clientele/core/checks'
import { isBelowNil } from '@clientele/core/explain'
import { benefitsFor } from '../benefits/benefitsFor.js'
import { checkBenefitProgramme } from '../benefits/checkBenefitProgramme.js'
import type { BenefitOptions, BenefitProgramme, Benefits } from '../benefits/types.js'
import { addQuantities, quantityOf, quantityText } from '../numbers/quantity.js'

/** What the rest is worked out from again. */
const checkShape: Check = membersOf({
  tier: checkText,
  discount: orNull(membersOf({ amount: checkQuantity, payable: checkQuantity, returned: optional(checkQuantity) })),
  currency: optional((value, path, issues) => {
    checkCurrency(value, path, issues)
  }),
})

/** Adds an issue for all that is wrong with benefits or their programme, and where another programme made them, also one of the same version. */
export function checkBenefitsOfProgramme(value: unknown, programme: unknown, issues: Issue[]): void {
  checkMadeByPolicy(value, 'benefits', checkShape, { name: 'programme', document: programme, check: checkBenefitProgramme }, issues)
  if (issues.length > 0) return
  const [benefits, rules] = [{ ...(value as Benefits) }, { ...(programme as BenefitProgramme) }]
  const { tier, discount, currency } = benefits
  const tiers = rules.tiers.map((one) => one.tier)
  checkAmong(tier, tiers, ['benefits', 'tier'], issues)
  if (rules.currency !== undefined || discount === null) checkAgrees({ currency }, { currency: rules.currency }, ['benefits'], issues)
  if (issues.length > 0) return
  const expected = benefitsFor({ tier }, rules, optionsOf(benefits))
  const off = expected.discount
  // These must not be there where the programme does not give them.
  const parts = off && { ...off, toNext: off.toNext, returned: off.returned, takenBack: off.takenBack }
  const whole = { ...expected, discount: parts, visits: expected.visits }
  checkAgrees(benefits, whole, ['benefits'], issues)
}

/** The order that benefits were told for. */
function optionsOf({ discount, currency }: Benefits): BenefitOptions {
  if (discount === null) return {}
  const [kept, { returned = '0' }] = [orderOf(discount), { ...discount }]
  // Nothing can be given back of what is below 0: the result then has what `benefitsFor` does not give.
  if (isBelowNil(kept) || isBelowNil(returned)) return { order: { amount: kept, currency } }
  return { order: { amount: quantityText(addQuantities(quantityOf(kept), quantityOf(returned))), returned, currency } }
}

/** What was ordered, and is kept where a part is given back: what is to be paid, and what was taken off. */
export function orderOf({ amount, payable }: NonNullable<Benefits['discount']>): string {
  return quantityText(addQuantities(quantityOf(amount), quantityOf(payable)))
}
