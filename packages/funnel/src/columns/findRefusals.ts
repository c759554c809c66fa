import type { CalendarDate, Issue } from '@clientele/core'
import { createIssue } from '@clientele/core/checks'
import { formatDay } from '@clientele/core/days'
import { decimalAt } from '@clientele/core/decimal'
import type { ReadPipeline } from '../pipeline/readPipeline.js'
import { MOST_ISSUES } from './readCells.js'
import { DAY, STAGE, type StageTable } from './readStageColumns.js'

/** A row that is refused, and why. */
interface Refusal {
  readonly row: number
  readonly issue: Issue
}

/** Says which changes of some deals are refused, as the rows of a log are: copies, and outcomes that cannot have followed the one before. */
export function findRefusals(table: StageTable, keys: Int32Array, deals: readonly number[], { won, names }: ReadPipeline): Issue[] {
  const [copies, outcomes]: [Refusal[], Refusal[]] = [[], []]
  let before = -1
  for (const [first, ...others] of gatherCopies(sortRows(table, keys, new Set(deals)), table, keys)) {
    const row = first as number
    for (const copy of others) {
      const params = { value: formatDay(table.day[copy] as number) as CalendarDate, first: row }
      copies.push({ row: copy, issue: createIssue('duplicate', [...DAY, copy], params) })
    }
    const closed = before === -1 || table.deal[before] !== table.deal[row] ? 0 : (table.stage[before] as number)
    const code = table.stage[row] as number
    if (closed >= won && code >= won && code !== closed) {
      outcomes.push({ row, issue: createIssue('already-closed', [...STAGE, row], { value: names[closed] as string }) })
    } else before = row
  }
  const told = [...firstOf(copies), ...firstOf(outcomes)]
  return told.sort((one, other) => one.row - other.row).map(({ issue }) => issue)
}

function firstOf(refusals: Refusal[]): readonly Refusal[] {
  return refusals.sort((one, other) => one.row - other.row).slice(0, MOST_ISSUES)
}

/** The rows of some deals that are looked at, deal by deal in the order of their changes. */
function sortRows({ deal }: StageTable, keys: Int32Array, sought: ReadonlySet<number>): Int32Array {
  const isSought = (row: number): boolean => (keys[row] as number) >= 0 && sought.has(deal[row] as number)
  let count = 0
  for (let row = 0; row < keys.length; row += 1) if (isSought(row)) count += 1
  const rows = new Int32Array(count)
  let place = 0
  for (let row = 0; row < keys.length; row += 1) {
    if (!isSought(row)) continue
    rows[place] = row
    place += 1
  }
  const at = (column: Int32Array, row: number): number => column[row] as number
  return rows.sort((one, other) => at(deal, one) - at(deal, other) || at(keys, one) - at(keys, other) || one - other)
}

/** Changes of one day to one stage together; first the one that counts: what says less of its amount comes later. */
function gatherCopies(rows: Int32Array, { deal, amount, digits }: StageTable, keys: Int32Array): number[][] {
  const groups: number[][] = []
  for (const row of rows) {
    const group = groups.at(-1)
    const first = group?.[0]
    if (group !== undefined && first !== undefined && deal[first] === deal[row] && keys[first] === keys[row]) group.push(row)
    else groups.push([row])
  }
  if (amount === null) return groups
  const values = amount
  return groups.map((group) => group.sort((one, other) => compareAmounts(textOf(one), textOf(other)) || one - other))

  function textOf(row: number): string | null {
    return Number.isNaN(values[row]) ? null : decimalAt({ values, digits }, row)
  }
}

/** In the order of their texts, as logs compare what rows say; none comes last. */
function compareAmounts(one: string | null, other: string | null): number {
  if (one === other) return 0
  if (one === null || other === null) return one === null ? 1 : -1
  return one < other ? -1 : 1
}
