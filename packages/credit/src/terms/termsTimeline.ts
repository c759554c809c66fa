import type { Issue } from '@clientele/core'
import { throwIssues } from '@clientele/core/checks'
import { formatDay } from '@clientele/core/days'
import { readInvoice } from '../invoices/readInvoice.js'
import type { Invoice } from '../invoices/types.js'
import { moneyText } from '../money/moneyText.js'
import { type InvoiceUnderTerms, openWindows } from './openWindows.js'
import type { PreparedTerms } from './prepared.js'
import { readTerms } from './prepareTerms.js'
import type { CreditTerms, TermsTimeline, TermsWindow } from './types.js'

/**
 * Tells what is payable when: one window a discount, and a last one without, up to the due date.
 *
 * A window includes its last day. What is payable with a discount is rounded to the currency, half-up unless the terms say otherwise, then to
 * the terms' cash step, and is never more than the amount; the discount is the rest. Without a discount the whole amount is payable.
 *
 * @param invoice - The invoice: its amount with tax, of at most its currency's minor digits and any sign; `tax` where the discount is taken
 * off the amount without tax, `deliveryDate` where days are counted from the delivery.
 * @param terms - The credit terms.
 * @returns The windows in the order of time. The last one has percent 0, unless a discount lasts to the due date.
 * @throws {@link InputError} if the invoice or the terms are not as stated, or the due date lies beyond 9999-12-31.
 * @see The textbook, S1, 信用條件.
 * @example
 * import { parseTerms, termsTimeline } from '@clientele/credit'
 *
 * const invoice = { id: 'INV-1', date: '2024-03-01', amount: '10000', currency: 'CNY' }
 * const { due, windows } = termsTimeline(invoice, parseTerms('2/15, 1/20, N/30'))
 * due //=> '2024-03-31'
 * windows.map(({ to, payable }) => `${payable} by ${to}`) //=> ['9800.00 by 2024-03-16', '9900.00 by 2024-03-21', '10000.00 by 2024-03-31']
 */
export function termsTimeline(invoice: Invoice, terms: CreditTerms): TermsTimeline {
  const issues: Issue[] = []
  return timelineOf(invoice, readTerms(terms, ['terms'], issues), issues)
}

/** The timeline of an invoice under terms that were read before, with the issues that were found there. */
export function timelineOf(invoice: unknown, prepared: PreparedTerms | undefined, issues: Issue[]): TermsTimeline {
  const read = readInvoice(invoice, ['invoice'], issues)
  const under =
    prepared === undefined || read === undefined ? undefined : openWindows(read, prepared, { invoice: ['invoice'], terms: ['terms'] }, issues)
  throwIssues(issues)
  return composeTimeline(under as InvoiceUnderTerms, prepared as PreparedTerms)
}

function composeTimeline(under: InvoiceUnderTerms, { policies }: PreparedTerms): TermsTimeline {
  const { invoice, sign, size, start, due } = under
  const money = (amount: bigint): string => moneyText(amount * sign, invoice.digits)
  const window = (from: number, to: number, percent: string, payable: bigint): TermsWindow => ({
    from: date(from),
    to: date(to),
    percent,
    discount: money(size - payable),
    payable: money(payable),
  })
  let from = start
  const windows = under.windows.map(({ discount, to, payable }) => {
    const opened = window(from, to, discount.percent, payable(size))
    from = to + 1
    return opened
  })
  if (from <= due) windows.push(window(from, due, '0', size))
  return { invoice: invoice.id, currency: invoice.currency, amount: money(size), start: date(start), due: date(due), windows, policies }
}

/** The text of a day that lies between the start and the due date, which are in the calendar. */
function date(day: number): string {
  return formatDay(day) as string
}
