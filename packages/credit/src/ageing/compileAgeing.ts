import { ageColumns } from './ageColumns.js'
import { ageItems } from './ageReceivables.js'
import { prepareAgeing } from './prepareAgeing.js'
import type { AgeingScheme, CompiledAgeing } from './types.js'

/**
 * Makes an ageing scheme ready for millions of items: the same answers as {@link ageReceivables}, to the last digit.
 *
 * `ageColumns` takes items as columns: texts one by one, or as `{ codes, values }`; amounts as lists of decimals, or as `{ values, digits }`;
 * dates as texts, or as whole days since 1970-01-01 in a typed array. What settles items names their rows, and comes in any order. It takes O(n)
 * for n items and applications, and sorts customers by id; it is quickest where amounts are `{ values, digits }` of the digits of the currency
 * that has the most, days are `Int32Array`s, and customers, if they are told at all, are `{ codes, values }` with an `Int32Array`.
 *
 * @param scheme - The ageing scheme.
 * @returns `age` and `ageColumns`, whose option `invalid` says what becomes of bad rows: `throw` (default) or `collect`.
 * @throws {@link InputError} if the scheme is none. The functions throw it as {@link ageReceivables} does; `ageColumns` names the cells, and also
 * refuses an item of which 2⁵³ units or more are open, which no column can hold.
 * @example
 * import { compileAgeing } from '@clientele/credit'
 *
 * const buckets = [{ id: '1-30', upToDays: 30 }, { id: 'over-30', upToDays: null }]
 * const { ageColumns } = compileAgeing({ kind: 'ageing-scheme', id: 'monthly', version: 1, by: 'due-date', buckets })
 * const date = ['2024-03-01', '2024-04-01']
 * const due = ['2024-03-31', '2024-05-01']
 * const applications = { item: [0], date: ['2024-03-20'], settles: ['400'] }
 * const aged = ageColumns({ date, due, amount: ['1000', 250.5], currency: 'CNY', applications }, { asOf: '2024-04-30' })
 * aged.currencies[0]?.total //=> '850.50'
 * Array.from(aged.bucket, (bucket) => aged.buckets[bucket]) //=> ['1-30', 'not-due']
 * Array.from(aged.open.values) //=> [60000, 25050]
 */
export function compileAgeing(scheme: AgeingScheme): CompiledAgeing {
  const prepared = prepareAgeing(scheme)
  return {
    age: (items, options) => ageItems(items, prepared, options, []),
    ageColumns: (columns, options) => ageColumns(prepared, columns, options),
  }
}
