import type { Issue } from '@clientele/core'
import { throwIssues } from '@clientele/core/checks'
import { formatDay } from '@clientele/core/days'
import { moneyText } from '../money/moneyText.js'
import { type InvoiceUnderTerms, openWindows } from '../terms/openWindows.js'
import type { PreparedTerms } from '../terms/prepared.js'
import { readTerms } from '../terms/prepareTerms.js'
import type { CreditTerms } from '../terms/types.js'
import { applyEach } from './applyEach.js'
import { nextPayment } from './closingPayment.js'
import { diagnose, findUnearnedDiscount, giveReasons } from './giveReasons.js'
import { type ReadCase, readAsOf, readCase } from './readCase.js'
import { settle } from './settle.js'
import type { Settlement, SettlementCase, SettlementOptions } from './types.js'

/**
 * Settles an invoice: what its payments, discounts and credits leave open on a day, and why.
 *
 * - A payment counts up to the end of its day; one before the invoice's date counts too. Money given back (a negative payment) takes away what
 *   was paid last: a discount is only earned by what was paid in time and is still there at the end of every later day. So a payment that bounces
 *   and is replaced on the same day still counts.
 * - Full by window: the first discount whose payable was paid by the end of its window is earned, whole. Pro rata: in each window, what is paid
 *   settles what is open in the proportion `open / payable`; splitting a payment within a window changes nothing.
 * - Credit notes lower what discounts are taken off, whenever they are dated up to `asOf`; write-offs only lower what is open.
 *
 * @param settlement - `invoice`, as in {@link termsTimeline}; `payments` of different ids, in any order, in the invoice's currency, of at most its
 * minor digits and any sign; `credits` likewise.
 * @param terms - The credit terms.
 * @param options - `asOf`: the day of the answer; payments and credits dated later are left out, and counted in `diagnoses`.
 * @returns Amounts for which open + paid + discountTaken + credited − overpaid = amount; what each payment and credit settles; a discount that
 * was taken too late; what is payable next and by when; the reasons. It takes O(n log n) for n payments and credits; where write-offs or
 * refunds of the very day make a discount harder to reach, also O(n log open) to find what is payable next.
 * @throws {@link InputError} if anything is not as stated, with every issue.
 * @see The textbook, S1, 信用條件; for `pro-rata`, J. J. Weygandt et al., *Accounting Principles*, 2018, chapter 5.
 * @example
 * import { parseTerms, settleInvoice } from '@clientele/credit'
 *
 * const invoice = { id: 'INV-1', date: '2024-03-01', amount: '10000', currency: 'CNY' }
 * const payments = [{ id: 'P-1', date: '2024-03-18', amount: '9900', currency: 'CNY' }]
 * const { status, discountTaken, open } = settleInvoice({ invoice, payments }, parseTerms('2/15, 1/20, N/30'), { asOf: '2024-03-20' })
 * ;[status, discountTaken, open] //=> ['paid', '100.00', '0.00']
 */
export function settleInvoice(settlement: SettlementCase, terms: CreditTerms, options: SettlementOptions): Settlement {
  const issues: Issue[] = []
  return settleCase(settlement, readTerms(terms, ['terms'], issues), options, issues)
}

/** Checks, reads and settles an invoice under terms that were read before, with the issues that were found there. */
export function settleCase(settlement: unknown, prepared: PreparedTerms | undefined, options: unknown, issues: Issue[]): Settlement {
  const read = readCase(settlement, issues)
  const asOf = readAsOf(options, issues)
  const under =
    prepared === undefined || read === undefined ? undefined : openWindows(read.invoice, prepared, { invoice: ['invoice'], terms: ['terms'] }, issues)
  throwIssues(issues)
  return settleRead(read as ReadCase, under as InvoiceUnderTerms, prepared as PreparedTerms, asOf as number)
}

/** Settles what was checked and read. */
export function settleRead(read: ReadCase, under: InvoiceUnderTerms, { isProRata, policies }: PreparedTerms, asOf: number): Settlement {
  const settled = settle(read, under, isProRata, asOf)
  const { invoice, sign } = under
  const money = (amount: bigint): string => moneyText(amount * sign, invoice.digits)
  const unearnedDiscount = findUnearnedDiscount(settled)
  const next = nextPayment(settled)
  return {
    invoice: invoice.id,
    currency: invoice.currency,
    asOf: formatDay(asOf) as string,
    amount: money(under.size),
    due: formatDay(under.due) as string,
    status: settled.status,
    paid: money(settled.paid),
    discountTaken: money(settled.discountTaken),
    credited: money(settled.credited),
    open: money(settled.open),
    overpaid: money(settled.overpaid),
    applications: applyEach(settled),
    ...(unearnedDiscount === undefined ? {} : { unearnedDiscount }),
    ...(next === undefined ? {} : { next: { by: formatDay(next.by) as string, payable: money(next.payable) } }),
    reasons: giveReasons(settled),
    diagnoses: diagnose(read, settled),
    policies,
  }
}
