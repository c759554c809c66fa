import type { Issue, PolicyReference } from '@clientele/core'
import { throwIssues } from '@clientele/core/checks'
import { formatDay } from '@clientele/core/days'
import { lesser } from '../money/lesser.js'
import { moneyText } from '../money/moneyText.js'
import type { CreditTerms } from '../terms/types.js'
import { closingPayment } from './closingPayment.js'
import { type PayableCase, type ReadAllocation, readAllocation, readOrder } from './readAllocation.js'
import type { ReadPayment } from './readPayments.js'
import { type Settled, settle } from './settle.js'
import type { AllocationCase, AllocationDiagnosis, AllocationOptions, AllocationOrder, PaymentAllocation } from './types.js'

/** An open invoice, and what closes it on the day of the payment. */
interface Claim {
  readonly payable: PayableCase
  readonly settled: Settled
  readonly closing: bigint
}

/** A claim, the part of the payment that is used for it, and how it stands then. */
interface Served extends Claim {
  readonly part: bigint
  readonly after: Settled
}

/**
 * Spreads one payment over invoices, each under its own terms: in the order asked for, each invoice gets what closes it on the day of the payment.
 *
 * - While the window of a discount is open, what is payable with it closes an invoice; afterwards, and when it is overdue, all that is open does. The
 *   last invoice that the payment reaches gets what is left, and what that is under its terms: a part payment.
 * - All earlier payments and credits count, also those dated after the payment, as where it is posted late: an invoice that was closed since needs
 *   nothing. The discount is still that of the payment's own date.
 * - {@link settleInvoice} says the same of each invoice once the part is added to its payments, `asOf` the result's.
 *
 * @param allocation - `payment`: an amount above 0, of an id that none of the earlier payments has; `invoices`: any number of different ids, in the
 * payment's currency, of amounts of 0 or more, each with its earlier `payments` and `credits`, as in {@link settleInvoice}.
 * @param terms - The credit terms by invoice id, one for each invoice.
 * @param options - `order`: `oldest-first` by the invoice's date, then due date, then id; `largest-discount` by the money that closing the invoice
 * with this payment would save, then oldest first; or `given`, the order of `invoices`, the only one in which that changes anything.
 * @returns What each invoice gets, in that order, and what that does; the amounts and `unapplied` add up to the payment. It takes O(n log n) for n
 * invoices, payments and credits; write-offs, refunds and late posting may cost as much more as in {@link settleInvoice}.
 * @throws {@link InputError} if anything is not as stated, with every issue.
 * @see The textbook, S1, 信用條件, for the discounts; oldest first is how ERPNext spreads a payment.
 * @example
 * import { allocatePayment, parseTerms } from '@clientele/credit'
 *
 * const terms = parseTerms('2/15, 1/20, N/30')
 * const invoices = [
 *   { id: 'INV-1', date: '2024-03-01', amount: '10000', currency: 'CNY' },
 *   { id: 'INV-2', date: '2024-03-05', amount: '5000', currency: 'CNY' },
 * ]
 * const payment = { id: 'P-1', date: '2024-03-18', amount: '14000', currency: 'CNY' }
 * const { applications, unapplied } = allocatePayment({ payment, invoices }, { 'INV-1': terms, 'INV-2': terms }, { order: 'oldest-first' })
 * applications.map(({ invoice, amount, discount, open }) => [invoice, amount, discount, open])
 * //=> [['INV-1', '9900.00', '100.00', '0.00'], ['INV-2', '4100.00', '0.00', '900.00']]
 * unapplied //=> '0.00'
 */
export function allocatePayment(
  allocation: AllocationCase,
  terms: { readonly [invoice: string]: CreditTerms },
  options: AllocationOptions,
): PaymentAllocation {
  const issues: Issue[] = []
  const read = readAllocation(allocation, terms, issues)
  const order = readOrder(options, issues)
  throwIssues(issues)
  return allocateRead(read as ReadAllocation, order as AllocationOrder)
}

function allocateRead(read: ReadAllocation, order: AllocationOrder): PaymentAllocation {
  const { payment, currency, digits, cases } = read
  const asOf = lastDay(read)
  const all = cases.map((payable) => claim(payable, payment, asOf))
  const served = serve(inOrder(all.filter(isOpen), order, payment), payment)
  const money = (amount: bigint): string => moneyText(amount, digits)
  return {
    payment: payment.id,
    date: formatDay(payment.day) as string,
    asOf: formatDay(asOf) as string,
    currency,
    amount: money(payment.amount),
    order,
    applications: served.filter(({ part }) => part > 0n).map(composeApplication),
    unapplied: money(served.reduce((left, { part }) => left - part, payment.amount)),
    diagnoses: diagnose(read, all, served, asOf),
    policies: policiesOf(cases),
  }
}

/** The latest day of the payment and of all that was paid and credited before. */
function lastDay({ payment, cases }: ReadAllocation): number {
  const rows = cases.flatMap(({ payments, credits }) => [...payments, ...credits])
  return rows.reduce((last, { day }) => Math.max(last, day), payment.day)
}

function claim(payable: PayableCase, { day }: ReadPayment, asOf: number): Claim {
  const settled = settle(payable, payable.under, payable.terms.isProRata, asOf)
  return { payable, settled, closing: settled.open === 0n ? 0n : closingPayment(settled, day) }
}

function isOpen({ settled }: Claim): boolean {
  return settled.open > 0n
}

/** How an invoice stands once it got a part of the payment. */
function settleWith({ payable, settled }: Claim, payment: ReadPayment, part: bigint): Settled {
  if (part === 0n) return settled
  const payments = [...payable.payments, { ...payment, amount: part }]
  return settle({ ...payable, payments }, payable.under, payable.terms.isProRata, settled.asOf)
}

function inOrder(claims: readonly Claim[], order: AllocationOrder, payment: ReadPayment): Claim[] {
  if (order === 'given') return [...claims]
  if (order === 'oldest-first') return [...claims].sort(compareAges)
  const saving = claims.map((one) => ({ one, saved: settleWith(one, payment, one.closing).discountTaken - one.settled.discountTaken }))
  saving.sort((a, b) => (a.saved === b.saved ? compareAges(a.one, b.one) : a.saved > b.saved ? -1 : 1))
  return saving.map(({ one }) => one)
}

function compareAges({ payable: a }: Claim, { payable: b }: Claim): number {
  return a.invoice.day - b.invoice.day || a.under.due - b.under.due || (a.invoice.id < b.invoice.id ? -1 : 1)
}

function serve(claims: readonly Claim[], payment: ReadPayment): Served[] {
  let left = payment.amount
  return claims.map((one) => {
    const part = lesser(one.closing, left)
    left -= part
    return { ...one, part, after: settleWith(one, payment, part) }
  })
}

function composeApplication({ payable: { invoice, terms }, settled, part, after }: Served): PaymentAllocation['applications'][number] {
  const money = (amount: bigint): string => moneyText(amount, invoice.digits)
  const discount = after.discountTaken - settled.discountTaken
  return {
    invoice: invoice.id,
    terms: terms.policies[0] as PolicyReference,
    amount: money(part),
    discount: money(discount),
    settles: money(part + discount),
    open: money(after.open),
    status: after.status,
  }
}

function diagnose({ payment, cases }: ReadAllocation, claims: readonly Claim[], served: readonly Served[], asOf: number): AllocationDiagnosis[] {
  const diagnoses: AllocationDiagnosis[] = []
  if (claims.length === 0) diagnoses.push({ code: 'no-invoices', params: {} })
  const count = cases.flatMap(({ payments, credits }) => [...payments, ...credits]).filter(({ day }) => day > payment.day).length
  if (count > 0) diagnoses.push({ code: 'later-documents-counted', params: { count, asOf: formatDay(asOf) as string } })
  const settled = idsOf(claims.filter((one) => !isOpen(one)))
  if (settled.length > 0) diagnoses.push({ code: 'already-settled', params: { invoices: settled } })
  const leftOpen = idsOf(served.filter(({ after }) => after.open > 0n))
  if (leftOpen.length > 0) diagnoses.push({ code: 'left-open', params: { invoices: leftOpen } })
  return diagnoses
}

function idsOf(claims: readonly Claim[]): string[] {
  return claims.map(({ payable }) => payable.invoice.id).sort((a, b) => (a < b ? -1 : 1))
}

/** The terms of all the invoices, each once, by id and version. */
function policiesOf(cases: readonly PayableCase[]): PolicyReference[] {
  const policies = new Map(cases.flatMap(({ terms }) => terms.policies).map((policy) => [JSON.stringify([policy.id, policy.version]), policy]))
  return [...policies].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, policy]) => policy)
}
