import type { Issue } from '@clientele/core'
import { throwIssues } from '@clientele/core/checks'
import { createScratch } from '@clientele/core/decimal'
import { type PreparedRfm, prepareRfm } from '../rfm/prepareRfm.js'
import { type RfmSettings, readRfmOptions, scoreSubjects } from '../rfm/scoreRfm.js'
import type { RfmScheme } from '../rfm/types.js'
import { scoreColumns } from './scoreColumns.js'
import type { CompiledRfm } from './types.js'

/**
 * Makes an RFM scheme ready for millions of transactions: the same answers as {@link scoreRfm}, to the last digit.
 *
 * `scoreColumns` takes transactions as columns: who bought, as integers or as texts; on which day, in days since 1970-01-01; and for how much, as integers
 * of so many decimal places, at most 15, in the scheme's currency. It takes O(n) for n transactions and as many customers as there are, integers being sorted by their digits; different texts
 * are sorted by comparison, unless they have all one length and differ in nothing but up to nine last digits (`C-00017`), which are read as
 * numbers. Means whose quotients numbers cannot tell apart are sorted by comparison too. It is quickest with an `Int32Array` of customers, an
 * `Int32Array` of days and a `Float64Array` of amounts, and works in 16 bytes for each transaction, which stay for the next call until memory is needed.
 *
 * @param scheme - The RFM scheme.
 * @returns `score`, which is {@link scoreRfm} with the scheme, and `scoreColumns`: of each customer the values, scores and segment as columns, and what
 * `explain` says of the customer of one row.
 * @throws {@link InputError} if the scheme is none, with every issue. The functions throw it as {@link scoreRfm} does; `scoreColumns` names the cells, up to
 * 10,000 bad ones of each column, and also refuses a customer with a sum of 2⁵³ units or more in size, which no column can hold, at its greatest amount
 * that counts. `explain` throws it where there is no such row: in an empty result always.
 * @example
 * import { compileRfm } from '@clientele/tiering'
 *
 * const segments = [{ id: 'best', r: [3, 3], m: [2, 3] }] as const
 * const { scoreColumns } = compileRfm({ kind: 'rfm-scheme', id: 'by-thirds', version: 1, currency: 'CNY', bins: 3, segments })
 * const customer = Int32Array.of(7, 7, 30, 30, 12)
 * const day = Int32Array.of(19_802, 19_807, 19_727, 19_758, 19_691)
 * const amount = { values: Float64Array.of(50_000, -4_050, 20_000, 30_000, 8_000), digits: 2 }
 *
 * const { customer: customers, r, f, m, value, explain } = scoreColumns({ customer, day, amount }, { asOf: '2024-03-31' })
 * Array.from(customers, (id, row) => `${id}: ${r[row]}${f[row]}${m[row]}`) //=> ['7: 312', '12: 111', '30: 233']
 * Array.from(value.values) //=> [45950, 8000, 50000]
 * explain(0).segment //=> 'best'
 */
export function compileRfm(scheme: RfmScheme): CompiledRfm {
  const issues: Issue[] = []
  const found = prepareRfm(scheme, issues)
  throwIssues(issues)
  const prepared = found as PreparedRfm
  const scratch = createScratch()
  return {
    score: (subjects, options) => {
      const wrong: Issue[] = []
      const settings = readRfmOptions(options, wrong)
      throwIssues(wrong)
      return scoreSubjects(subjects, prepared, settings as RfmSettings)
    },
    scoreColumns: (columns, options) => scoreColumns(prepared, columns, options, scratch),
  }
}
