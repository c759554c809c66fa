import type { InvalidRows, Issue, Path, RejectedRow } from '@clientele/core'
import { addIssuesAt, checkInteger, checkList, isRecord, ownValue, throwIssues } from '@clientele/core/checks'
import { customerValueKeys, type ReadCustomerValue, readCustomerValue, type ValueKeys, valueKeys } from '../customers/readCustomerValue.js'
import { agreeOnCurrency, readCurrency } from '../money/currency.js'
import { type ManyRows, readManyRows } from '../rows/readManyRows.js'
import { rejectRepeated } from '../rows/rejectRepeated.js'
import { readMonthNotOver, readRejected } from './readSource.js'
import type { TierDiagnosis } from './types.js'

/** What customers are sorted by, checked and read. */
export interface ReadValues {
  readonly values: readonly ReadCustomerValue[]
  /** Over how many months the values were added up, where averages are compared. */
  readonly months: number | undefined
  readonly currency: string | undefined
  readonly rejected: readonly RejectedRow[]
  /** What is to be known of the result that values were taken from. */
  readonly source: readonly TierDiagnosis[]
}

const VALUE_ROWS = customerValueKeys()
const AVERAGE_ROWS = valueKeys('customer', 'total')
const SCORE_ROWS = valueKeys('customer', 'score', ['customer', 'score'])
const RANKED_ROWS = valueKeys('candidate', 'total')

/** Reads customers with a value each, or the result of averageMonthlySales; bad rows are thrown together or collected. */
export function readValues(customers: unknown, currency: string | undefined, invalid: InvalidRows): ReadValues {
  if (isRecord(customers)) return readAverages(customers, currency, invalid)
  const { read, rejected } = readList(customers, 'customers', VALUE_ROWS, currency, invalid)
  return { values: read, months: undefined, currency: agreeOnCurrency(read, currency, ['customers']), rejected, source: [] }
}

/** Reads customers with a score each, or a ranking; bad rows are thrown together or collected. */
export function readScores(scores: unknown, invalid: InvalidRows): ReadValues {
  if (isRecord(scores)) return readRanking(scores, invalid)
  const { read, rejected } = readList(scores, 'scores', SCORE_ROWS, undefined, invalid)
  return { values: read, months: undefined, currency: undefined, rejected, source: [] }
}

type Result = { readonly [key: string]: unknown }

function readAverages(averages: Result, expected: string | undefined, invalid: InvalidRows): ReadValues {
  const issues: Issue[] = []
  const path = ['customers']
  const months = ownValue(averages, 'months')
  checkInteger(months, [...path, 'months'], issues, { minimum: 1 })
  const currency = readCurrency(ownValue(averages, 'currency'), expected, [...path, 'currency'], issues)
  const source = [...readRejected(averages, path, issues), ...readMonthNotOver(averages, path, issues)]
  const { read, rejected } = readInner(averages, ['customers', 'customers'], AVERAGE_ROWS, invalid, issues)
  return { values: read, months: months as number, currency: expected ?? currency, rejected, source }
}

function readRanking(ranking: Result, invalid: InvalidRows): ReadValues {
  const issues: Issue[] = []
  const source = readRejected(ranking, ['scores'], issues)
  const { read, rejected } = readInner(ranking, ['scores', 'ranked'], RANKED_ROWS, invalid, issues)
  return { values: read, months: undefined, currency: undefined, rejected, source }
}

/** Reads the rows of a result, and throws what is wrong with them together with what was found wrong with it otherwise. */
function readInner(
  result: Result,
  [name, list]: readonly [name: string, list: string],
  keys: ValueKeys,
  invalid: InvalidRows,
  issues: Issue[],
): ManyRows<ReadCustomerValue> {
  const rows = ownValue(result, list)
  if (!checkList(rows, [name, list], issues)) throwIssues(issues)
  const found = readRowsOf(rows, list, keys, undefined, 'collect')
  const issuesOfRows = invalid === 'throw' ? found.rejected.flatMap((row) => issuesAt([name], row.issues)) : []
  throwIssues([...issues, ...issuesOfRows])
  const { read, rejected } = rejectRepeated(found, list, keys.customer)
  return { read, rejected: rejected.map((row) => ({ ...row, issues: issuesAt([name], row.issues) })) }
}

/** Reads a list; where bad rows are collected, nobody who stands in several rows is taken. */
function readList(rows: unknown, name: string, keys: ValueKeys, currency: string | undefined, invalid: InvalidRows): ManyRows<ReadCustomerValue> {
  const found = readRowsOf(rows, name, keys, currency, invalid)
  return invalid === 'throw' ? found : rejectRepeated(found, name, keys.customer)
}

function readRowsOf(rows: unknown, name: string, keys: ValueKeys, currency: string | undefined, invalid: InvalidRows): ManyRows<ReadCustomerValue> {
  return readManyRows(rows, name, invalid, (row, issues) => readCustomerValue(row, keys, currency, issues), keys.customer)
}

function issuesAt(path: Path, found: readonly Issue[]): Issue[] {
  const issues: Issue[] = []
  addIssuesAt(path, found, issues)
  return issues
}
