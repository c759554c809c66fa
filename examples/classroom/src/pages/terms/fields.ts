import type { CreditTerms, Invoice, Payment } from '@clientele/credit'
import { formatTerms } from '@clientele/credit'
import { dueOnReceipt, netThirty, netThirtyEndOfMonth, textbookTerms, twoTenNetThirty } from '@clientele/credit/templates'

/** So many payments can be typed. */
export const rows = [1, 2, 3, 4] as const

export type Row = (typeof rows)[number]

type PaymentField = `date-${Row}` | `amount-${Row}` | `currency-${Row}`

/** The terms, the invoice, the day in question, how the yearly cost is counted, and the payments. */
export type TermsFields = {
  readonly [field in
    | 'terms'
    | 'partialPayments'
    | 'amount'
    | 'currency'
    | 'date'
    | 'deliveryDate'
    | 'asOf'
    | 'daysInYear'
    | 'interest'
    | PaymentField]: string
}

/** The chapter's terms. It gives no amount; ten thousand yuan show the percentages best. */
export const defaults: TermsFields = {
  terms: formatTerms(textbookTerms),
  partialPayments: 'full-by-window',
  amount: '10000',
  currency: 'CNY',
  date: '2024-03-01',
  deliveryDate: '2024-03-06',
  asOf: '2024-03-16',
  daysInYear: '365',
  interest: 'simple',
  'date-1': '2024-03-16',
  'amount-1': '4900',
  'currency-1': '',
  'date-2': '',
  'amount-2': '',
  'currency-2': '',
  'date-3': '',
  'amount-3': '',
  'currency-3': '',
  'date-4': '',
  'amount-4': '',
  'currency-4': '',
}

/** Notations to begin with: the package's ready terms, and how else terms are written. */
export const readyNotations: readonly string[] = [
  ...[textbookTerms, twoTenNetThirty, netThirty, netThirtyEndOfMonth, dueOnReceipt].map(formatTerms),
  '2/10, 1/20, net 60',
  '2/10, N/30 ROG',
  '月结60天',
]

/** The invoice that is typed. The delivery counts only where the terms count from it. */
export function invoiceOf({ amount, currency, date, deliveryDate }: TermsFields, { start }: CreditTerms): Invoice {
  return { id: 'INV-1', date, amount, currency, ...(start === 'delivery-date' ? { deliveryDate } : {}) }
}

/** A payment that is typed, and the row that it stands in. */
export interface TypedPayment {
  readonly row: Row
  readonly payment: Payment
}

/** The payments that are typed: an empty row is none, and one without a currency is paid in the invoice's. */
export function paymentsOf(fields: TermsFields): TypedPayment[] {
  return rows.flatMap((row) => {
    const [date, amount, currency] = [fields[`date-${row}`], fields[`amount-${row}`], fields[`currency-${row}`]]
    if (date === '' && amount === '' && currency === '') return []
    return [{ row, payment: { id: `P-${row}`, date, amount, currency: currency || fields.currency } }]
  })
}
