import type { Issue, RejectedRow } from '@clientele/core'
import { createIssue, isRecord, ownValue, readRows, throwIssues } from '@clientele/core/checks'
import { formatDay } from '@clientele/core/days'
import type { ReadCurveOptions } from './readCurveOptions.js'
import { type ReadWatchedDeal, readWatchedDeal } from './readWatchedDeal.js'

/** A row of a deal that counts, and where it stands. */
interface KeptRow {
  readonly index: number
  readonly deal: ReadWatchedDeal
}

/**
 * Reads deals that are watched, each once; what is wrong with any is thrown or collected. Of rows of the same deal the one whose wording comes first counts, whatever their
 * order: where they say the same, it does not matter which. Rows with which anything else is wrong are no copies of any.
 */
export function readWatchedDeals(
  deals: readonly unknown[],
  { zone, invalid }: Pick<ReadCurveOptions, 'zone' | 'invalid'>,
): { readonly read: ReadWatchedDeal[]; readonly rejected: readonly RejectedRow[] } {
  const kept = new Map<string, KeptRow>()
  const copies: { readonly index: number; readonly id: string }[] = []
  const readOne = (value: unknown, index: number, issues: Issue[]): true | undefined => {
    const deal = readWatchedDeal(value, zone, ['deals', index], issues)
    if (deal === undefined) return undefined
    const { deal: id } = deal
    const other = kept.get(id)
    const isFirst = other === undefined || wording(deal) < wording(other.deal)
    if (isFirst) kept.set(id, { index, deal })
    if (other !== undefined) copies.push({ index: isFirst ? other.index : index, id })
    return true
  }
  const { rejected: bad } = readRows(deals, 'deals', 'collect', readOne, null)
  const refused = copies.map(({ index, id }): RejectedRow => {
    const { index: first } = kept.get(id) as KeptRow
    return { index, id, issues: [createIssue('duplicate', ['deals', index, 'deal'], { value: id, first })] }
  })
  const rejected = [...bad.map((row) => ({ ...row, ...idOf(deals[row.index]) })), ...refused].sort((one, other) => one.index - other.index)
  if (invalid === 'throw') throwIssues(rejected.flatMap(({ issues }) => issues))
  return { read: Array.from(kept.values(), ({ deal }) => deal), rejected }
}

/** What a row says of its deal, as a text that is the same for the same. */
function wording({ entered, left, outcome, from }: ReadWatchedDeal): string {
  const dates = [entered, left, from].map((day) => (day === null ? null : formatDay(day)))
  return JSON.stringify([...dates, outcome])
}

/** The id of a deal, whatever else is wrong with it. */
function idOf(value: unknown): { readonly id?: string } {
  const id = isRecord(value) ? ownValue(value, 'deal') : undefined
  return (typeof id === 'string' && id !== '') || Number.isSafeInteger(id) ? { id: String(id) } : {}
}
