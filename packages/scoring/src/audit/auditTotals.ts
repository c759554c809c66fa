import type { Issue, ReadOptions } from '@clientele/core'
import { checkDecimal, checkRecord, ownValue, readOptions, readRows, throwIssues } from '@clientele/core/checks'
import { type Decimal, decimalText } from '@clientele/core/decimal'
import { totalOf } from '../score/composeScore.js'
import { rateCandidate } from '../score/rateCandidate.js'
import type { PreparedScorecard, ReadRating } from '../scorecard/prepared.js'
import { prepareScorecard } from '../scorecard/prepareScorecard.js'
import type { Scorecard } from '../scorecard/types.js'
import { suspectSlip } from './suspectSlip.js'
import type { AuditDiagnosis, Discrepancy, PrintedTotal, TotalsAudit } from './types.js'

const ROW_KEYS = ['id', 'ratings', 'printed']

/** A row whose ratings and printed total are read. */
interface ReadTotal {
  readonly id: string
  readonly ratings: readonly ReadRating[]
  readonly printed: Decimal
}

/**
 * Checks printed totals against computed ones, and names the slip that would explain each difference.
 *
 * @param rows - Any number of candidates with ids of their own, their ratings, and the total that is printed for each.
 * @param scorecard - The scorecard that the totals should follow.
 * @param options - `invalid`: `throw` (default) for everything that is wrong at once, or `collect` to list bad rows in `rejected`.
 * @returns The rows that differ, in the order of the input; difference = printed − computed.
 * @throws {@link InputError} if the scorecard or an option is wrong, or any row is and `invalid` is `throw`.
 * @see Textbook S1, whose table prints 53 for customer C where its own ratings give 35.
 * @example
 * import { auditTotals } from '@clientele/scoring'
 * import { customerScreening } from '@clientele/scoring/templates'
 *
 * const ratings = { demand: 3, 'gross-profit': 2, prospects: 2, payment: 2, cooperation: 2 }
 * auditTotals([{ id: 'C', ratings, printed: 53 }], customerScreening).discrepancies
 * //=> [{ candidate: 'C', printed: '53', computed: '35', difference: '18', suspect: 'swapped-digits' }]
 */
export function auditTotals(rows: readonly PrintedTotal[], scorecard: Scorecard, options: ReadOptions = {}): TotalsAudit {
  const card = prepareScorecard(scorecard)
  const issues: Issue[] = []
  const invalid = readOptions(options, ['invalid'], issues)
  throwIssues(issues)
  const { read, rejected } = readRows(rows, 'rows', invalid, (row, index, found) => readRow(row, index, card, found))
  return {
    discrepancies: read.flatMap((row) => compare(row, card)),
    checked: read.length,
    rejected,
    diagnoses: diagnose(read.length, rejected.length),
    policies: card.policies,
  }
}

function readRow(row: unknown, index: number, card: PreparedScorecard, issues: Issue[]): ReadTotal | undefined {
  const path = ['rows', index]
  if (!checkRecord(row, path, issues)) return undefined
  const printed = checkDecimal(ownValue(row, 'printed'), [...path, 'printed'], issues)
  const rated = rateCandidate(row, card, path, issues, ROW_KEYS)
  return rated === undefined || printed === undefined ? undefined : { ...rated, printed }
}

function diagnose(checked: number, rejected: number): AuditDiagnosis[] {
  const diagnoses: AuditDiagnosis[] = []
  if (rejected > 0) diagnoses.push({ code: 'rows-rejected', params: { rejected, checked } })
  if (checked === 0) diagnoses.push({ code: 'no-rows', params: {} })
  return diagnoses
}

function compare({ id, ratings, printed }: ReadTotal, card: PreparedScorecard): Discrepancy[] {
  const computed = totalOf(ratings)
  if (printed.eq(computed)) return []
  const difference = decimalText(printed.minus(computed))
  const slip = suspectSlip({ printed, computed, ratings, card })
  return [{ candidate: id, printed: decimalText(printed), computed: decimalText(computed), difference, ...slip }]
}
