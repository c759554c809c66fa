import type { Issue } from '@clientele/core'
import { throwIssues } from '@clientele/core/checks'
import type { OpenItem } from '../receivables/types.js'
import { ageRows } from './ageRows.js'
import { type PreparedAgeing, readAgeing } from './prepareAgeing.js'
import { type AgeingSettings, readAgeingOptions } from './readAgeingOptions.js'
import type { Ageing, AgeingOptions, AgeingScheme } from './types.js'

/**
 * Sorts what is open of receivables by age, in each currency and for each customer.
 *
 * - An item is open by its amount less all that settles it up to `asOf`. What is owed to a customer is negative, keeps its sign, and is aged by its
 *   own date: in each bucket, amount = debits + credits, and the buckets always add up to the balance.
 * - By due date, an item is overdue from the day after it is due; what is not overdue has a bucket of its own, `not-due`. By invoice date there is
 *   no such bucket.
 *
 * @param items - Invoices, credit notes and payments on account, of different ids, in any order; `applications` as {@link settleInvoice} gives
 * them, so that what was settled by a discount is not overdue. `date`, `due`: dates in any order. `amount`: of any sign.
 * @param scheme - The ageing scheme.
 * @param options - `asOf`: the day of the answer, as at its end; what is dated later is left out, and counted in `diagnoses`. `invalid`: `throw`
 * (default), or `collect` to list bad rows in `rejected`. `detail`: `items` to list each open item too.
 * @returns The balances by currency and by customer, each by bucket. It takes O(n) for n items and applications and room for every customer in every
 * bucket, and sorts the customers, and the items that are listed; it is quickest where all items are plain objects, and ids rise.
 * @throws {@link InputError} if anything is not as stated, with every issue; those of items only unless they are collected.
 * @see J. J. Weygandt et al., *Accounting Principles*, 2018, chapter 9, on the aging schedule.
 * @example
 * import { ageReceivables } from '@clientele/credit'
 *
 * const buckets = [{ id: '1-30', upToDays: 30 }, { id: 'over-30', upToDays: null }]
 * const scheme = { kind: 'ageing-scheme', id: 'monthly', version: 1, by: 'due-date', buckets } as const
 * const common = { customer: 'C-1', currency: 'CNY' }
 * const items = [
 *   { ...common, id: 'INV-1', date: '2024-03-01', due: '2024-03-31', amount: '1000', applications: [{ date: '2024-03-20', type: 'payment', settles: '400' }] },
 *   { ...common, id: 'INV-2', date: '2024-04-01', due: '2024-05-01', amount: '250.50' },
 *   { ...common, id: 'CN-1', date: '2024-04-10', due: '2024-04-10', amount: '-80' },
 * ] as const
 * const [yuan] = ageReceivables(items, scheme, { asOf: '2024-04-30' }).currencies
 * yuan?.total //=> '770.50'
 * yuan?.buckets.map(({ id, amount }) => [id, amount]) //=> [['not-due', '250.50'], ['1-30', '520.00'], ['over-30', '0.00']]
 */
export function ageReceivables(items: readonly OpenItem[], scheme: AgeingScheme, options: AgeingOptions): Ageing {
  const issues: Issue[] = []
  return ageItems(items, readAgeing(scheme, ['scheme'], issues), options, issues)
}

/** Ages items under a scheme that was read before, with the issues that were found there. */
export function ageItems(items: unknown, prepared: PreparedAgeing | undefined, options: unknown, issues: Issue[]): Ageing {
  const settings = readAgeingOptions(options, ['asOf', 'invalid', 'detail'], issues)
  throwIssues(issues)
  return ageRows(items, prepared as PreparedAgeing, settings as AgeingSettings)
}
