import type { Issue, RejectedRow } from '@clientele/core'
import { checkList, createIssue, throwIssues } from '@clientele/core/checks'
import { readOpenItem } from '../receivables/readOpenItem.js'
import { createSums, makeRoom } from './agedSums.js'
import { type AgeingRun, createPlaces, placeNowhere } from './ageingRun.js'
import { composeAgeing } from './composeAgeing.js'
import { findRepeated } from './findRepeated.js'
import { findOrAddCurrency, findOrAddGroup, startGroups } from './itemGroups.js'
import { inOrder, listPlaced, listQuick } from './listItems.js'
import { addPlaced, placeItem } from './placeItem.js'
import type { PreparedAgeing } from './prepareAgeing.js'
import type { AgeingSettings } from './readAgeingOptions.js'
import { createReader, type ItemReader, idOf, readNext } from './readItemRows.js'
import { sumRows } from './sumRows.js'
import type { AgedItem, Ageing } from './types.js'

/** What becomes of the items one after the other. */
interface RowRun extends AgeingRun {
  readonly reader: ItemReader
  /** The rows whose ids stand earlier already, with the first row of that id; sought where the ids are not in order. */
  repeated: ReadonlyMap<number, number> | undefined
  laterApplications: number
  readonly rejected: RejectedRow[]
  readonly listed: AgedItem[] | undefined
}

/** Ages items that come as objects: in float64 integers where these are exact, one by one where not. */
export function ageRows(value: unknown, prepared: PreparedAgeing, { asOf, invalid, withItems }: AgeingSettings): Ageing {
  const issues: Issue[] = []
  if (!checkList(value, ['items'], issues)) throwIssues(issues)
  const groups = startGroups()
  const reader = createReader(value as readonly unknown[], asOf, groups)
  const { items } = reader
  const run: RowRun = {
    items,
    prepared,
    asOf,
    reader,
    sums: createSums(prepared.buckets.length, 0),
    places: withItems ? createPlaces(items.days.length) : undefined,
    later: 0,
    beyond: 0,
    laterApplications: 0,
    repeated: undefined,
    rejected: [],
    listed: withItems ? [] : undefined,
  }
  while (readNext(reader)) ageSome(run)
  const { rejected, listed } = run
  if (invalid === 'throw') throwIssues(rejected.flatMap(({ issues: found }) => found))
  const ageing = composeAgeing(run, groups, (value as readonly unknown[]).length, run.laterApplications, rejected)
  return listed === undefined ? ageing : { ...ageing, items: listed.sort(inOrder) }
}

/** Ages the items that were read last. */
function ageSome(run: RowRun): void {
  const { reader, items, places } = run
  const { days, opens, laterApplications } = reader.items
  refuseRepeated(run)
  makeRoom(run.sums, reader.groups.customers.length)
  for (let row = sumRows(run, 0); row < items.length; row = sumRows(run, row + 1)) {
    // What was read of its applications does not count below.
    opens[row] = Number.NaN
    if (places !== undefined) placeNowhere(places, row)
    ageWithCare(run, reader.start + row)
  }
  run.laterApplications += laterApplications.filter((row) => (days[row] as number) <= run.asOf && !Number.isNaN(opens[row])).length
  if (run.listed !== undefined) listQuick(reader, run, run.listed)
}

/** Leaves the rows whose ids stand earlier already to the careful reader. */
function refuseRepeated(run: RowRun): void {
  const { rows, start, items, isInOrder } = run.reader
  if (isInOrder) return
  // Up to here ids were in order, so that all that repeat one are still to come.
  run.repeated ??= findRepeated(Array.from(rows, idOf))
  if (run.repeated.size === 0) return
  for (let row = 0; row < items.length; row++) if (run.repeated.has(start + row)) items.opens[row] = Number.NaN
}

/** Ages one item as it is read with all checks. */
function ageWithCare(run: RowRun, row: number): void {
  const { rows, groups } = run.reader
  const issues: Issue[] = []
  const id = idOf(rows[row])
  const item = readOpenItem(rows[row], ['items', row], issues)
  const first = run.repeated?.get(row)
  if (first !== undefined) issues.push(createIssue('duplicate', ['items', row, 'id'], { value: id as string, first }))
  if (item === undefined || first !== undefined) run.rejected.push({ index: row, ...(id === undefined ? {} : { id }), issues })
  else if (item.day > run.asOf) run.later += 1
  else {
    const placed = placeItem(item, run.prepared, run.asOf)
    const group = findOrAddGroup(groups, findOrAddCurrency(groups, item.currency, item.digits), item.customer)
    makeRoom(run.sums, groups.customers.length)
    addPlaced(run, placed, group, 1)
    run.laterApplications += placed.laterApplications
    if (run.listed !== undefined) listPlaced(placed, run.prepared, run.listed)
  }
}
