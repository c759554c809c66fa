import type { DecimalString, Issue } from '@clientele/core'
import { createIssue, throwIssues } from '@clientele/core/checks'
import { formatDay } from '@clientele/core/days'
import { Decimal, decimalText } from '@clientele/core/decimal'
import { readInvoice } from '../invoices/readInvoice.js'
import type { Invoice } from '../invoices/types.js'
import { moneyText } from '../money/moneyText.js'
import { noteTerms } from '../terms/noteTerms.js'
import { type InvoiceUnderTerms, openWindows } from '../terms/openWindows.js'
import type { PreparedTerms } from '../terms/prepared.js'
import { readTerms } from '../terms/prepareTerms.js'
import type { CreditTerms } from '../terms/types.js'
import { SKONTO_DIGITS, skontoLine, statePercents } from './skontoLines.js'
import type { UblPaymentTerms } from './types.js'

/**
 * States credit terms for a UBL 2.1 invoice under EN 16931: the due date (BT-9) and the payment terms (BT-20), of which a positive amount due
 * needs at least one (BR-CO-25).
 *
 * The payment terms are the discounts as XRechnung wants them, then the terms in their notation. Days count from the invoice's date there, so
 * those of terms that start elsewhere are turned into them. A `CreditNote` has no `cbc:DueDate`: there BT-9 is
 * `cac:PaymentMeans/cbc:PaymentDueDate`.
 *
 * @param terms - The credit terms; of discounts, percents have at most two decimal places, and no window ends before the invoice's date.
 * @param invoice - As in {@link termsTimeline}; where the discount is taken off the amount without tax, that has at most two decimal places.
 * @returns What belongs into the invoice, under UBL's element names.
 * @throws {@link InputError} if the terms or the invoice are not as stated.
 * @see EN 16931-1:2017, BT-9, BT-20 and BR-CO-25; UBL 2.1 syntax binding, CEN/TS 16931-3-2:2020; KoSIT, *Schematron rules for XRechnung* 3.0,
 * BR-DE-18, https://github.com/itplr-kosit/xrechnung-schematron.
 * @example
 * import { parseTerms, toUblPaymentTerms } from '@clientele/credit'
 *
 * const invoice = { id: 'INV-1', date: '2024-03-11', amount: '119', tax: '19', currency: 'EUR' }
 * const stated = toUblPaymentTerms({ ...parseTerms('2/10, N/30 EOM'), discountBase: 'net-of-tax' }, invoice)
 * stated['cbc:DueDate'] //=> '2024-04-30'
 * stated['cac:PaymentTerms'] //=> { 'cbc:Note': '#SKONTO#TAGE=30#PROZENT=2.00#BASISBETRAG=100.00#\n2/10, N/30 EOM' }
 */
export function toUblPaymentTerms(terms: CreditTerms, invoice: Invoice): UblPaymentTerms {
  const issues: Issue[] = []
  const prepared = readTerms(terms, ['terms'], issues)
  const percents = prepared === undefined ? [] : statePercents(prepared.discounts, issues)
  const read = readInvoice(invoice, ['invoice'], issues)
  const under =
    prepared === undefined || read === undefined ? undefined : openWindows(read, prepared, { invoice: ['invoice'], terms: ['terms'] }, issues)
  const days = under === undefined ? [] : daysFromInvoice(under, issues)
  const base = under === undefined || prepared?.isNetOfTax !== true || days.length === 0 ? undefined : stateNetAmount(under, issues)
  throwIssues(issues)
  const lines = days.map((withinDays, index) => skontoLine(withinDays, percents[index] as string, base))
  return {
    'cbc:DueDate': formatDay((under as InvoiceUnderTerms).due) as string,
    'cac:PaymentTerms': { 'cbc:Note': lines.join('') + noteTerms(prepared as PreparedTerms) },
  }
}

/** The days from the invoice's date to the last of each window. */
function daysFromInvoice({ invoice, start, windows }: InvoiceUnderTerms, issues: Issue[]): number[] {
  return windows.map(({ to, discount: { withinDays } }, index) => {
    if (to < invoice.day) {
      const path = ['terms', 'discounts', index, 'withinDays']
      issues.push(createIssue('too-small', path, { minimum: String(invoice.day - start), actual: String(withinDays) }))
    }
    return to - invoice.day
  })
}

/** The amount without tax, with two decimal places; an issue at the field that has more, where the amount without tax does. */
function stateNetAmount({ invoice }: InvoiceUnderTerms, issues: Issue[]): DecimalString | undefined {
  const { amount, digits } = invoice
  const tax = invoice.tax as bigint
  const decimal = (units: bigint): Decimal => new Decimal(moneyText(units, digits))
  const isLong = (units: bigint): boolean => decimal(units).decimalPlaces() > SKONTO_DIGITS
  if (!isLong(amount - tax)) return decimal(amount - tax).toFixed(SKONTO_DIGITS)
  for (const [field, units] of Object.entries({ amount, tax })) {
    if (!isLong(units)) continue
    issues.push(createIssue('too-many-decimal-places', ['invoice', field], { maximum: SKONTO_DIGITS, actual: decimalText(decimal(units)) }))
  }
  return undefined
}
