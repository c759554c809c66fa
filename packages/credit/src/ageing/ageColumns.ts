import type { Issue, Path, RejectedRow } from '@clientele/core'
import { createIssue, throwIssues } from '@clientele/core/checks'
import { groupByInvoice } from '../columns/groupByInvoice.js'
import { moneyText } from '../money/moneyText.js'
import { createSums } from './agedSums.js'
import { type AgeingRun, createPlaces, type ItemPlaces, placeNowhere } from './ageingRun.js'
import { composeAgeing } from './composeAgeing.js'
import { type ColumnGroups, groupColumns } from './groupColumns.js'
import { openColumn } from './openColumn.js'
import { addPlaced, type PlacedItem, placeItem } from './placeItem.js'
import type { PreparedAgeing } from './prepareAgeing.js'
import { readAgeingOptions } from './readAgeingOptions.js'
import { type ApplicationCells, factorOf, type ItemTable, readItemTable } from './readItemTable.js'
import { readTableRow, rejectStray } from './readTableRow.js'
import { sumRows } from './sumRows.js'
import type { AgedColumns } from './types.js'

/** What becomes of the rows of a table one after the other. */
interface ColumnRun extends AgeingRun {
  readonly places: ItemPlaces
  readonly table: ItemTable
  readonly groups: ColumnGroups
  /** The rows of the applications of an item. */
  readonly applicationsOf: (row: number) => readonly number[]
  readonly rejected: RejectedRow[]
}

/** Below this in size, what a column holds is one integer and no other. */
const COLUMN_LIMIT = 2n ** 53n

/** Ages items that come as columns: in float64 integers where these are exact, as the row form does where not. */
export function ageColumns(prepared: PreparedAgeing, columns: unknown, options: unknown): AgedColumns {
  const issues: Issue[] = []
  const settings = readAgeingOptions(options, ['asOf', 'invalid'], issues)
  const table = readItemTable(columns, issues)
  throwIssues(issues)
  const { asOf, invalid } = settings as NonNullable<typeof settings>
  return ageTable(prepared, table as ItemTable, asOf, invalid === 'throw')
}

function ageTable(prepared: PreparedAgeing, table: ItemTable, asOf: number, throws: boolean): AgedColumns {
  const { length, applications } = table
  const { opens, strays } = openColumn(table, asOf)
  const run = startRun(prepared, table, asOf, opens)
  for (let row = sumRows(run, 0); row < length; row = sumRows(run, row + 1)) ageWithCare(run, row)
  const rejectedApplications = strays.map((index) => rejectStray(applications as ApplicationCells, index, length))
  if (throws) throwIssues([...run.rejected, ...rejectedApplications].flatMap(({ issues }) => issues))
  const ageing = composeAgeing(run, run.groups, length, countLater(run), run.rejected)
  return {
    ...ageing,
    diagnoses: strays.length === 0 ? ageing.diagnoses : [...ageing.diagnoses, { code: 'applications-rejected', params: { count: strays.length } }],
    buckets: [...prepared.buckets],
    bucket: run.places.bucket,
    open: { values: run.places.open, digits: table.currency.mostDigits },
    rejectedApplications,
  }
}

function startRun(prepared: PreparedAgeing, table: ItemTable, asOf: number, opens: Float64Array): ColumnRun {
  const { length, date, due, amount, disputed } = table
  const groups = groupColumns(table)
  return {
    items: { length, days: date.quick, dues: due.quick, amounts: amount.quick, opens, groups: groups.column, disputed: disputed?.quick },
    prepared,
    asOf,
    table,
    groups,
    sums: createSums(prepared.buckets.length, groups.count),
    places: createPlaces(length),
    later: 0,
    beyond: 0,
    applicationsOf: groupApplications(table),
    rejected: [],
  }
}

/** Finds the applications of one item after the other; they are grouped when the first is asked for. */
function groupApplications({ applications, length }: ItemTable): (row: number) => readonly number[] {
  if (applications === undefined) return () => []
  let groups: ReturnType<typeof groupByInvoice> | undefined
  return (row) => {
    groups ??= groupByInvoice(applications.item.quick, length)
    const { starts, order } = groups
    const start = starts[row] as number
    return Array.from({ length: (starts[row + 1] as number) - start }, (_, index) => order?.[start + index] ?? start + index)
  }
}

/** Ages one row as it is read with all checks. */
function ageWithCare(run: ColumnRun, row: number): void {
  const { table, places, groups, prepared, asOf } = run
  const issues: Issue[] = []
  const applications = run.applicationsOf(row)
  const item = readTableRow(table, row, applications, issues)
  placeNowhere(places, row)
  if (item === undefined) {
    run.rejected.push({ index: row, issues })
    return
  }
  if (item.day > asOf) {
    run.later += 1
    return
  }
  const placed = placeItem(item, prepared, asOf)
  const factor = factorOf(table.currency, table.currency.cells?.quick[row] ?? 0)
  const open = placed.open * BigInt(factor)
  if (open >= COLUMN_LIMIT || open <= -COLUMN_LIMIT) {
    run.rejected.push({ index: row, issues: [beyondColumn(run, row, applications, placed)] })
    return
  }
  addPlaced(run, placed, groups.column?.[row] ?? 0, factor)
  places.bucket[row] = open === 0n ? -1 : placed.bucket
  places.open[row] = Number(open)
}

/** The issue of an item of which more is open than a column can hold, at its greatest amount in size. */
function beyondColumn({ table, asOf }: ColumnRun, row: number, rows: readonly number[], { item, open }: PlacedItem): Issue {
  const size = (amount: bigint): bigint => (amount < 0n ? -amount : amount)
  const cells = [
    { amount: item.amount, path: table.amount.pathOf(row) },
    ...item.applications.flatMap(({ day, settles }, index) =>
      day > asOf ? [] : [{ amount: settles, path: (table.applications as ApplicationCells).settles.pathOf(rows[index] as number) }],
    ),
  ]
  const path: Path = cells.reduce((greatest, cell) => (size(cell.amount) > size(greatest.amount) ? cell : greatest)).path
  return createIssue('beyond-column', path, { bound: moneyText(COLUMN_LIMIT, table.currency.mostDigits), actual: moneyText(open, item.digits) })
}

/** How many applications of the items that were counted are dated after the day of the answer. */
function countLater({ table: { applications, length }, places, asOf }: ColumnRun): number {
  let later = 0
  if (applications === undefined) return later
  const { item, date } = applications
  for (let index = 0; index < item.length; index++) {
    const row = item.quick[index] as number
    if ((date.quick[index] as number) > asOf && row >= 0 && row < length && !Number.isNaN(places.open[row])) later += 1
  }
  return later
}
