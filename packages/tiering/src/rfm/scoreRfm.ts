import type { InvalidRows, Issue } from '@clientele/core'
import { checkList, isRecord, ownValue, readOptions, throwIssues } from '@clientele/core/checks'
import { readDay } from '../dates/readDay.js'
import { composeRfm } from './composeRfm.js'
import { gatherSummaries } from './gatherSummaries.js'
import { gatherTransactions } from './gatherTransactions.js'
import { type PreparedRfm, prepareRfm } from './prepareRfm.js'
import { scoreTotals } from './scoreTotals.js'
import type { Rfm, RfmOptions, RfmScheme, RfmSummary, Transaction } from './types.js'

const TRANSACTION_ONLY = ['date', 'amount']
const SUMMARY_ONLY = ['recencyDays', 'frequency', 'monetary']

/** How customers are scored, checked and read. */
export interface RfmSettings {
  readonly asOf: number
  readonly invalid: InvalidRows
}

/**
 * Scores customers by how recently, how often and for how much they bought, and puts each into a segment.
 *
 * - Recency and frequency count purchases, which are amounts above 0; refunds lower net sums alone, and an amount of 0 only makes a customer known.
 *   Who has no purchases has no recency and no mean: such a value takes no part in finding cuts, and scores 1; and so does a frequency of 0 in any case.
 * - With `bins`, customers with equal values are one group, whose score is 1 + ⌊bins × (share of those below + share of those at or below) ÷ 2⌋; but the
 *   lowest value always scores 1 and the highest always `bins`, which of recency are the most and the fewest days. Where all have one value, all score
 *   `bins`. With `cuts`, a score is 1 + the number of cuts at or below the value; of recency, the number of
 *   scores − that of those cuts.
 * - With `compatible: 'r-rfm'` scores are those of R's package rfm, which cuts at quantiles + 1, to the last bit of its floating-point numbers, where a
 *   value of just a quantile + 1 is often below the cut; the cuts that are shown are rounded. That 1 is one unit of the currency, so there the same customers
 *   score otherwise in yuan and in fen; where values are few or small, nobody may have the highest score or the lowest. In bins nothing depends on the unit.
 *   Equal values score alike in both. R also counts refunds and rows of 0 as orders with their dates: a book that has them scores otherwise there.
 *
 * @param subjects - Transactions in any order, any number for a customer, and all of one currency or none; or, where more rows have `recencyDays`,
 * `frequency` or `monetary` than have `date` or `amount`, summaries, one for a customer.
 * @param scheme - The scheme: how scores are found, what is monetary value, and the segments, of which the first that matches is the customer's.
 * @param options - `asOf`: the day from which recency is counted; transactions dated later are left out. `invalid`: `throw` (unless given) all bad rows
 * together, or `collect` them in `rejected`.
 * @returns Each customer's values, scores and segment, in the order of the ids, with the reasons; what each segment comes to; where scores change, as
 * `cuts`, which, where none is null, a scheme takes as its fixed cuts, to score others alike; and what is to be known about all that. It takes O(n) for
 * n transactions and O(k log k) for k customers.
 * @throws {@link InputError} if the scheme or an option or, unless they are collected, a row is not as stated, with every issue, or if transactions are of
 * several currencies; the rows are read once all else is right.
 * @see A. M. Hughes, *Strategic Database Marketing*, 1994, for the scores; R. J. Hyndman and Y. Fan, "Sample Quantiles in Statistical Packages", *The
 * American Statistician* 50, 1996, definition 7, for the quantiles; rsquaredacademy/rfm, `rfm_table_order`, for the compatible scores.
 * @example
 * import { scoreRfm } from '@clientele/tiering'
 *
 * const transactions = [
 *   { customer: 'C-1', date: '2024-03-20', amount: '500' },
 *   { customer: 'C-1', date: '2024-03-25', amount: '-40.50' },
 *   { customer: 'C-2', date: '2024-01-05', amount: '200' },
 *   { customer: 'C-2', date: '2024-02-05', amount: '300' },
 *   { customer: 'C-3', date: '2023-11-30', amount: '80' },
 * ]
 * const segments = [{ id: 'best', r: [3, 3], m: [2, 3] }, { id: 'to-win-back', r: [1, 2], f: [2, 3] }] as const
 * const scheme = { kind: 'rfm-scheme', id: 'by-thirds', version: 1, currency: 'CNY', bins: 3, segments } as const
 *
 * const { customers, cuts, diagnoses } = scoreRfm(transactions, scheme, { asOf: '2024-03-31' })
 * customers.map(({ recencyDays, frequency, monetary, code, segment }) => `${recencyDays}, ${frequency}, ${monetary}: ${code}, ${segment}`)
 * //=> ['11, 1, 459.50: 312, best', '55, 2, 500.00: 233, to-win-back', '122, 1, 80.00: 111, null']
 * cuts //=> { recency: [55, 122], frequency: [2, 2], monetary: ['459.50', '500.00'] }
 * diagnoses.map(({ code }) => code) //=> ['fewer-scores', 'no-segment']
 */
export function scoreRfm(subjects: readonly Transaction[] | readonly RfmSummary[], scheme: RfmScheme, options: RfmOptions): Rfm {
  const issues: Issue[] = []
  const prepared = prepareRfm(scheme, issues)
  const settings = readRfmOptions(options, issues)
  throwIssues(issues)
  return scoreSubjects(subjects, prepared as PreparedRfm, settings as RfmSettings)
}

/** Reads the options, or adds issues and returns undefined. */
export function readRfmOptions(options: unknown, issues: Issue[]): RfmSettings | undefined {
  const invalid = readOptions(options, ['asOf', 'invalid'], issues)
  if (!isRecord(options)) return undefined
  const asOf = readDay(ownValue(options, 'asOf'), ['options', 'asOf'], issues)
  return asOf === undefined ? undefined : { asOf, invalid }
}

/** Scores customers by a scheme and options that are read already. */
export function scoreSubjects(subjects: unknown, prepared: PreparedRfm, { asOf, invalid }: RfmSettings): Rfm {
  const issues: Issue[] = []
  if (!checkList(subjects, ['subjects'], issues)) throwIssues(issues)
  const rows = subjects as readonly unknown[]
  const gathered = areSummaries(rows) ? gatherSummaries(rows, prepared, invalid) : gatherTransactions(rows, prepared, asOf, invalid)
  return composeRfm(gathered, scoreTotals(gathered.totals, prepared), prepared, asOf, rows.length)
}

/**
 * Whether rows are summaries: more of them have a key that only summaries have than one that only transactions have, or both, so that a row of the other
 * kind does not have all others refused.
 */
function areSummaries(rows: readonly unknown[]): boolean {
  const most = rows.length / 2
  let summaries = 0
  let transactions = 0
  for (const row of rows) {
    if (!isRecord(row)) continue
    if (hasSome(row, TRANSACTION_ONLY)) transactions += 1
    else if (hasSome(row, SUMMARY_ONLY)) summaries += 1
    if (transactions >= most) return false
  }
  return summaries > transactions
}

function hasSome(row: { readonly [key: string]: unknown }, keys: readonly string[]): boolean {
  return keys.some((key) => ownValue(row, key) !== undefined)
}
