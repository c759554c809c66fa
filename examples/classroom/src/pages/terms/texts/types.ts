import type { PartialPayments, TermsStart } from '@clientele/credit'
import type { FaultyMember } from '../findFaults.js'

/** What is said on the page; what the package says, it says itself. */
export interface TermsTexts {
  readonly headline: string
  readonly window: string
  readonly longDate: string
  /** From January. */
  readonly months: readonly string[]
  readonly terms: string
  readonly termsHint: string
  readonly ready: string
  readonly readAs: string
  readonly readAsThen: string
  readonly starts: { readonly [start in TermsStart]: string }
  readonly faultyPlace: string
  readonly faultyEnd: string
  readonly about: string
  readonly members: { readonly [member in FaultyMember]: string }
  readonly amount: string
  readonly currency: string
  readonly date: string
  readonly deliveryDate: string
  readonly asOf: string
  readonly dragDay: string
  readonly paidOn: string
  readonly paidBefore: string
  readonly tooEarly: string
  readonly discounted: string
  readonly lastDiscounted: string
  readonly whole: string
  readonly lastWhole: string
  readonly late: string
  readonly nothing: string
  readonly bandDiscount: string
  readonly bandWhole: string
  readonly bandLate: string
  readonly windows: string
  readonly from: string
  readonly to: string
  readonly percent: string
  readonly discount: string
  readonly payable: string
  readonly inWords: string
  readonly payments: string
  readonly paymentsExplained: string
  readonly rule: string
  readonly rules: { readonly [rule in PartialPayments]: string }
  readonly payment: string
  readonly paymentDate: string
  readonly paymentAmount: string
  readonly paymentCurrency: string
  readonly fieldOf: string
  readonly asOfHeading: string
  readonly byRule: string
  readonly chosen: string
  readonly paid: string
  readonly earned: string
  readonly open: string
  readonly closing: string
  readonly closedBy: string
  readonly yearlyCost: string
  readonly yearlyCostExplained: string
  readonly daysInYear: string
  readonly days: string
  readonly interest: string
  readonly simple: string
  readonly compound: string
  readonly formulas: { readonly simple: string; readonly compound: string }
  readonly symbols: string
  readonly given: string
  readonly givenPayment: string
  readonly fillIn: string
  readonly line: string
}
