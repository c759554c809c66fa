import type { Issue } from '@clientele/core'
import { checkChoice, checkKeys, checkList, checkRecord, createIssue, isRecord, ownValue, throwIssues } from '@clientele/core/checks'
import { rateCandidate } from '../score/rateCandidate.js'
import type { PreparedScorecard, ReadRating } from '../scorecard/prepared.js'
import type { InvalidRows, RejectedRow } from './types.js'

/** A candidate whose ratings are read. */
export interface ReadCandidate {
  readonly id: string
  readonly ratings: readonly ReadRating[]
}

/** Checks the options of a verb over many rows, and says what becomes of bad rows. */
export function readOptions(options: unknown, known: readonly string[], issues: Issue[]): InvalidRows {
  if (!checkRecord(options, ['options'], issues)) return 'throw'
  checkKeys(options, known, ['options'], issues)
  const { invalid = 'throw' } = options
  return checkChoice(invalid, ['throw', 'collect'], ['options', 'invalid'], issues) ? invalid : 'throw'
}

/**
 * Reads many rows that must have different ids; each bad row is rejected with everything that is wrong with it. Of rows with the same
 * id only the first can be kept.
 */
export function readCandidates<Row>(
  rows: unknown,
  name: string,
  invalid: InvalidRows,
  readRow: (row: unknown, index: number, issues: Issue[]) => Row | undefined,
): { read: Row[]; rejected: RejectedRow[] } {
  const listIssues: Issue[] = []
  if (!checkList(rows, [name], listIssues)) throwIssues(listIssues)
  const read: Row[] = []
  const rejected: RejectedRow[] = []
  const first = new Map<string, number>()
  Array.from(rows as readonly unknown[]).forEach((row, index) => {
    const issues: Issue[] = []
    const result = readRow(row, index, issues)
    const id = isRecord(row) ? ownValue(row, 'id') : undefined
    const earlier = typeof id === 'string' ? first.get(id) : undefined
    if (earlier !== undefined) issues.push(createIssue('duplicate', [name, index, 'id'], { value: id as string, first: earlier }))
    else if (typeof id === 'string' && id !== '') first.set(id, index)
    if (issues.length === 0 && result !== undefined) read.push(result)
    else rejected.push({ index, ...(typeof id === 'string' ? { id } : {}), issues })
  })
  if (invalid === 'throw') throwIssues(rejected.flatMap(({ issues }) => issues))
  return { read, rejected }
}

/** Reads one row of candidates. */
export function readCandidate(card: PreparedScorecard): (row: unknown, index: number, issues: Issue[]) => ReadCandidate | undefined {
  return (row, index, issues) => rateCandidate(row, card, ['candidates', index], issues)
}
