import type { Issue, Path } from '@clientele/core'
import { createIssue } from '@clientele/core/checks'
import { civilDate, daysInMonth, FIRST_DAY, formatDay, LAST_DAY } from '@clientele/core/days'
import type { ReadInvoice } from '../invoices/readInvoice.js'
import { divideRounded } from '../money/divideRounded.js'
import { mirrorRounding } from '../money/mirrorRounding.js'
import { toUnits } from '../money/readAmount.js'
import type { PreparedDiscount, PreparedTerms } from './prepared.js'

/** The window of a discount on one invoice. */
export interface DiscountWindow {
  readonly discount: PreparedDiscount
  /** The last day that earns the discount. */
  readonly to: number
  /** What settles an open amount in this window, for amounts of 0 or more. */
  readonly payable: (open: bigint) => bigint
  /** What a part of that payable settles of the open amount: the same proportion, rounded. */
  readonly settledBy: (paid: bigint, open: bigint, payable: bigint) => bigint
}

/** An invoice under its terms. Amounts are sizes: of an invoice of a negative amount everything is turned round, by `sign`. */
export interface InvoiceUnderTerms {
  readonly invoice: ReadInvoice
  readonly sign: 1n | -1n
  /** The invoice's amount, 0 or more. */
  readonly size: bigint
  /** Day 0 of the terms. */
  readonly start: number
  readonly due: number
  readonly windows: readonly DiscountWindow[]
}

/** Puts an invoice under its terms, or adds issues and returns undefined; `paths` are the two documents' places in the issues. */
export function openWindows(
  invoice: ReadInvoice,
  terms: PreparedTerms,
  paths: { readonly invoice: Path; readonly terms: Path },
  issues: Issue[],
): InvoiceUnderTerms | undefined {
  const before = issues.length
  const start = startOf(invoice, terms, paths.invoice, issues)
  if (terms.isNetOfTax && invoice.tax === undefined) issues.push(createIssue('missing', [...paths.invoice, 'tax'], {}))
  const step = terms.cashStep === undefined ? 1n : toUnits(terms.cashStep, invoice.digits, [...paths.terms, 'cashStep'], issues)
  if (start !== undefined && start + terms.netDays > LAST_DAY) issues.push(beyondCalendar(start, terms.netDays, [...paths.terms, 'netDays']))
  if (start === undefined || step === undefined || issues.length > before) return undefined
  const sign = invoice.amount < 0n ? -1n : 1n
  const size = invoice.amount * sign
  const rounding = sign < 0n ? mirrorRounding(terms.rounding) : terms.rounding
  const round = (dividend: bigint, divisor: bigint): bigint => divideRounded(dividend, divisor, rounding)
  const settledBy = (paid: bigint, open: bigint, payable: bigint): bigint => round(paid * open, payable)
  const windows = terms.discounts.map((discount) => {
    const { part, whole } = payableShare(discount, size, terms.isNetOfTax ? (invoice.tax as bigint) * sign : undefined)
    const payable = (open: bigint): bigint => {
      const rounded = round(round(open * part, whole), step) * step
      return rounded < open ? rounded : open
    }
    return { discount, to: start + discount.withinDays, payable, settledBy }
  })
  return { invoice, sign, size, start, due: start + terms.netDays, windows }
}

function startOf(invoice: ReadInvoice, terms: PreparedTerms, path: Path, issues: Issue[]): number | undefined {
  if (terms.start === 'delivery-date') {
    if (invoice.deliveryDay === undefined) issues.push(createIssue('missing', [...path, 'deliveryDate'], {}))
    return invoice.deliveryDay
  }
  return terms.start === 'invoice-date' ? invoice.day : lastOfMonth(invoice.day)
}

/** The last day of a day's month. */
export function lastOfMonth(day: number): number {
  const { year, month, day: dayOfMonth } = civilDate(day)
  return day - dayOfMonth + daysInMonth(year, month)
}

/**
 * The share of an open amount that settles it: 1 − percent, or, where the discount is taken off the amount without its tax,
 * 1 − percent × (amount − tax) / amount.
 */
function payableShare({ taken, whole }: PreparedDiscount, size: bigint, tax: bigint | undefined): { part: bigint; whole: bigint } {
  if (tax === undefined || size === 0n) return { part: whole - taken, whole }
  return { part: size * whole - taken * (size - tax), whole: size * whole }
}

function beyondCalendar(start: number, days: number, path: Path): Issue {
  const [minimum, maximum] = [formatDay(FIRST_DAY) as string, formatDay(LAST_DAY) as string]
  return createIssue('out-of-range', path, { minimum, maximum, actual: `${formatDay(start)} + ${days}` })
}
