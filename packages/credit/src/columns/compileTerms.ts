import { settleCase } from '../settlement/settleInvoice.js'
import { prepareTerms } from '../terms/prepareTerms.js'
import { timelineOf } from '../terms/termsTimeline.js'
import type { CreditTerms } from '../terms/types.js'
import { settleColumns } from './settleColumns.js'
import type { CompiledTerms } from './types.js'

/**
 * Makes credit terms ready for millions of invoices: the same answers as {@link termsTimeline} and {@link settleInvoice}, to the last digit.
 *
 * `settleColumns` takes invoices, payments and credits of one currency as columns: amounts as lists of decimals, or as
 * `{ values, digits }`; dates as texts, or as whole days since 1970-01-01 in a typed array. Payments and credits name the row of their invoice
 * and come in any order. Explanations are made only when asked for, from the cells as they then are. It takes O(n) for n invoices, payments and
 * credits, but sorts those of one invoice by date; it is quickest where amounts are `{ values, digits }` of the currency's digits, days are an `Int32Array`, and payments are in their invoices' order.
 *
 * @param terms - The credit terms.
 * @returns `timeline`, `settle` and `settleColumns`, whose option `invalid` says what becomes of bad rows: `throw` (default) or `collect`.
 * @throws {@link InputError} if the terms are none. The functions throw it as the row forms do; `settleColumns` names the cells, and also refuses
 * an invoice whose answer has an amount of 2⁵³ minor units or more, which no column can hold.
 * @example
 * import { compileTerms, parseTerms } from '@clientele/credit'
 *
 * const { settleColumns } = compileTerms(parseTerms('2/15, 1/20, N/30'))
 * const invoices = { date: ['2024-03-01', '2024-03-01'], amount: ['10000', '250.50'] }
 * const payments = { invoice: [0], date: ['2024-03-16'], amount: [9800] }
 * const { open, totals, explain } = settleColumns({ invoices, payments }, { asOf: '2024-03-20', currency: 'CNY' })
 * Array.from(open.values) //=> [0, 25050]
 * open.digits //=> 2
 * totals.discountTaken //=> '200.00'
 * explain(0).status //=> 'paid'
 */
export function compileTerms(terms: CreditTerms): CompiledTerms {
  const prepared = prepareTerms(terms)
  return {
    timeline: (invoice) => timelineOf(invoice, prepared, []),
    settle: (settlement, options) => settleCase(settlement, prepared, options, []),
    settleColumns: (columns, options) => settleColumns(prepared, columns, options),
  }
}
