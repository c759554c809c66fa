import { literal } from '../../code/literal.js'
import type { TermsExample } from './computeTerms.js'
import type { TermsFields } from './fields.js'

/** TypeScript that computes what is on the screen. */
export function code(
  { terms }: TermsFields,
  { terms: { partialPayments }, invoice, payments, asOf, timeline, cost, settlement }: TermsExample,
): string {
  const { daysInYear, compound, againstNet } = cost
  const { status, paid, discountTaken, open } = settlement
  return `import { type CreditTerms, costOfForgoingDiscount, type Invoice, type Payment, parseTerms, settleInvoice, termsTimeline } from '@clientele/credit'

const terms: CreditTerms = { ...parseTerms(${literal(terms)}), partialPayments: ${literal(partialPayments)} }
const invoice: Invoice = ${literal(invoice)}
termsTimeline(invoice, terms).windows.map(({ to, payable }) => [to, payable])
//=> ${literal(timeline.windows.map(({ to, payable }) => [to, payable]))}
const cost = costOfForgoingDiscount(terms, ${literal({ daysInYear, compound })})
cost.againstNet.map(({ withinDays, annualRate }) => [withinDays, annualRate.toFixed(4)])
//=> ${literal(againstNet.map(({ withinDays, annualRate }) => [withinDays, annualRate.toFixed(4)]))}
const payments: Payment[] = ${literal(payments)}
const { status, paid, discountTaken, open } = settleInvoice({ invoice, payments }, terms, ${literal({ asOf })})
const stand = [status, paid, discountTaken, open]
stand //=> ${literal([status, paid, discountTaken, open])}
`
}
