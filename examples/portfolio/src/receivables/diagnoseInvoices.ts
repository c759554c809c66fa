import type { DunningScheme } from '@clientele/credit'
import { findAlikeNames } from '../report/findAlikeNames.js'
import { namedCustomers } from '../report/namedCustomers.js'
import type { AgedBook, InvoiceDiagnosis, InvoiceLine, SalesOutstanding } from './types.js'

/** What the diagnoses are made from, beside the book. */
interface Evidence {
  readonly sales: readonly SalesOutstanding[]
  readonly dunning: DunningScheme | undefined
  /** The customers with orders, where those are read. */
  readonly buyers: ReadonlySet<string> | undefined
}

/** Finds what a reader must know before trusting what is said of invoices. */
export function diagnoseInvoices({ rejected, lines }: AgedBook, { sales, dunning, buyers }: Evidence): InvoiceDiagnosis[] {
  const customers = namedCustomers(lines)
  return [
    ...findRejected(rejected),
    ...findAlikeNames(customers).map((names): InvoiceDiagnosis => ({ code: 'customers-alike', params: { names } })),
    ...findAlikeNumbers(lines),
    ...findStrangers(customers, buyers),
    ...findEarly('paid-before-invoice', lines, ({ payment }) => payment?.date),
    ...findEarly('letter-before-invoice', lines, ({ lastLetter }) => lastLetter?.sentOn),
    ...sales.flatMap(({ currency }) => findUnnamedAmounts(currency, dunning)),
    ...findUnknownSales(sales),
  ]
}

function findRejected(rejected: AgedBook['rejected']): InvoiceDiagnosis[] {
  if (rejected.length === 0) return []
  return [{ code: 'invoices-rejected', params: { rows: rejected.length, customers: namedCustomers(rejected) } }]
}

/** Numbers that look alike: counted as different invoices, perhaps one entered twice. */
function findAlikeNumbers(lines: readonly InvoiceLine[]): InvoiceDiagnosis[] {
  const alike = new Set(findAlikeNames(lines.map(({ invoice }) => invoice)).flat())
  return atLines(
    'numbers-alike',
    lines.filter(({ invoice }) => alike.has(invoice)),
  )
}

function findStrangers(customers: readonly string[], buyers: ReadonlySet<string> | undefined): InvoiceDiagnosis[] {
  const strangers = buyers === undefined ? [] : customers.filter((customer) => !buyers.has(customer))
  return strangers.length === 0 ? [] : [{ code: 'customers-without-orders', params: { number: strangers.length, customers: strangers } }]
}

/** Invoices to which something happened on a day before their own. */
function findEarly(
  code: 'paid-before-invoice' | 'letter-before-invoice',
  lines: readonly InvoiceLine[],
  dayOf: (line: InvoiceLine) => string | undefined,
): InvoiceDiagnosis[] {
  return atLines(
    code,
    lines.filter((line) => (dayOf(line) ?? line.date) < line.date),
  )
}

/** Amounts that the dunning scheme has by currency, and not in this one: they are none. */
function findUnnamedAmounts(currency: string, dunning: DunningScheme | undefined): InvoiceDiagnosis[] {
  const amounts = [
    ['minimumAmount', dunning?.minimumAmount] as const,
    ...(dunning?.levels ?? []).map(({ feeAmount }, index) => [`levels[${index}].feeAmount`, feeAmount] as const),
  ]
  const names = amounts.filter(([, amount]) => typeof amount === 'object' && !Object.hasOwn(amount, currency)).map(([name]) => name)
  return names.length === 0 ? [] : [{ code: 'amounts-not-named', params: { currency, names } }]
}

function findUnknownSales(sales: readonly SalesOutstanding[]): InvoiceDiagnosis[] {
  return sales.flatMap(({ currency, from, to, outstanding }) =>
    outstanding === null ? [{ code: 'sales-unknown' as const, params: { currency, from, to } }] : [],
  )
}

function atLines(code: 'numbers-alike' | 'paid-before-invoice' | 'letter-before-invoice', found: readonly InvoiceLine[]): InvoiceDiagnosis[] {
  return found.length === 0 ? [] : [{ code, params: { number: found.length, lines: found.map(({ line }) => line) } }]
}
