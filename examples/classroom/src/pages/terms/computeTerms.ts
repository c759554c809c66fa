import { addCalendarDays, type Issue } from '@clientele/core'
import {
  type CreditTerms,
  costOfForgoingDiscount,
  type DaysInYear,
  type ForgoingCost,
  type Invoice,
  type PartialPayments,
  type Payment,
  type Settlement,
  settleInvoice,
  type TermsTimeline,
  termsTimeline,
} from '@clientele/credit'
import { netThirty } from '@clientele/credit/templates'
import { numberOf } from '../../fields/numberOf.js'
import type { Attempt } from '../types.js'
import { invoiceOf, paymentsOf, type TermsFields } from './fields.js'
import { readTerms } from './readTerms.js'

export interface TermsExample {
  readonly terms: CreditTerms
  readonly invoice: Invoice
  readonly payments: readonly Payment[]
  /** The day in question. */
  readonly asOf: string
  readonly timeline: TermsTimeline
  /** The days that the day in question can be dragged over. */
  readonly firstDay: string
  readonly lastDay: string
  readonly cost: ForgoingCost
  /** By what a part payment earns: as the terms say, and as they do not. */
  readonly settlements: { readonly [rule in PartialPayments]: Settlement }
  readonly settlement: Settlement
}

/** So many days after the due date can be looked at. */
const DAYS_AFTER = 10
const LATEST_DUE = '9999-12-21'

const soundInvoice = { id: 'INV-1', date: '2024-03-01', amount: '0' }

/** What is to be paid when, what the payments settle, and what it costs not to take a discount. All faults are told at once. */
export function computeTerms(fields: TermsFields, attempt: Attempt): TermsExample | undefined {
  const read = attempt(
    () => readTerms(fields.terms),
    () => 'terms',
  )
  // Where the notation is at fault, the other fields are checked under terms that need no more than these.
  const terms: CreditTerms = { ...(read ?? netThirty), partialPayments: fields.partialPayments as PartialPayments }
  const invoice = invoiceOf(fields, terms)
  const payments = paymentsOf(fields).map(({ payment }) => payment)
  const { asOf } = fields
  const settle = (under: CreditTerms) => settleInvoice({ invoice, payments }, under, { asOf })
  const settlement = attempt(
    () => settle(terms),
    (path) => fieldOf(path, fields),
  )
  // Faults of the invoice would hide what is wrong with the payments: so these are looked at under one that has none but its currency's.
  attempt(
    () => settleInvoice({ invoice: { ...soundInvoice, currency: invoice.currency }, payments }, netThirty, { asOf }),
    (path) => fieldOf(path, fields),
  )
  const cost = attempt(
    () => costOfForgoingDiscount(terms, { daysInYear: numberOf(fields.daysInYear) as DaysInYear, compound: isCompound(fields.interest) }),
    (path) => fieldOf(path, fields),
  )
  if (read === undefined || settlement === undefined || cost === undefined) return undefined
  const timeline = termsTimeline(invoice, terms)
  const settlements = {
    'full-by-window': settle({ ...terms, partialPayments: 'full-by-window' }),
    'pro-rata': settle({ ...terms, partialPayments: 'pro-rata' }),
  }
  return { terms, invoice, payments, asOf, timeline, ...daysAround(invoice, timeline), cost, settlements, settlement }
}

function daysAround({ date }: Invoice, { start, due }: TermsTimeline): { readonly firstDay: string; readonly lastDay: string } {
  return { firstDay: date < start ? date : start, lastDay: due > LATEST_DUE ? due : addCalendarDays(due, DAYS_AFTER) }
}

/** What is neither is left for the package to refuse. */
function isCompound(interest: string): boolean {
  if (interest === 'compound') return true
  return interest === 'simple' ? false : (interest as unknown as boolean)
}

/** The field that a fault was typed into. */
function fieldOf([place, key, member]: Issue['path'], fields: TermsFields): string {
  if (place === 'payments') return paymentField(key as number, String(member), fields)
  if (place === 'terms') return key === 'partialPayments' ? 'partialPayments' : 'terms'
  if (place === 'options' && key === 'compound') return 'interest'
  return String(key)
}

/** A payment without a currency of its own has the invoice's, and its faults. */
function paymentField(index: number, member: string, fields: TermsFields): string {
  const field = `${member}-${paymentsOf(fields)[index]?.row}`
  return member === 'currency' && fields[field as keyof TermsFields] === '' ? 'currency' : field
}
