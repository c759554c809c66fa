import type { Issue } from '@clientele/core'
import { createIssue, describeValue, throwIssues } from '@clientele/core/checks'
import { formatDay } from '@clientele/core/days'
import { moneyText } from '../money/moneyText.js'
import { settleRead } from '../settlement/settleInvoice.js'
import type { Settlement } from '../settlement/types.js'
import type { PreparedTerms } from '../terms/prepared.js'
import type { ColumnSettings } from './readSettings.js'
import type { Table } from './readTable.js'
import { amountFields, type QuickOutput } from './settleRows.js'
import { type RowUnderTerms, readRow } from './settleWithCare.js'

/** The whole settlement of one row, from the table as it is now, or throws where that is not what the columns were made from. */
export function explainRow(
  row: number,
  terms: PreparedTerms,
  table: Table,
  settings: ColumnSettings,
  output: QuickOutput,
  refused: ReadonlyMap<number, readonly Issue[]>,
): Settlement {
  if (!Number.isInteger(row) || row < 0 || row >= table.length) {
    throwIssues([createIssue('out-of-range', ['row'], { minimum: '0', maximum: String(table.length - 1), actual: describeValue(row) })])
  }
  throwIssues(refused.get(row) ?? [])
  const issues: Issue[] = []
  const found = readRow(table, row, terms, settings, issues)
  throwIssues(issues)
  const { read, under } = found as RowUnderTerms
  const settlement = settleRead(read, under, terms, settings.asOf)
  throwIssues(outdated(settlement, shownRow(output, row, settings.digits)))
  return settlement
}

/** What the columns say of a row. */
function shownRow(output: QuickOutput, row: number, digits: number): Partial<Settlement> {
  const amounts = amountFields.map((field) => [field, unitsText(output[field][row], digits)])
  return { due: formatDay(output.due[row] as number) as string, ...Object.fromEntries(amounts) }
}

function unitsText(units: unknown, digits: number): string {
  return Number.isSafeInteger(units) ? moneyText(BigInt(units as number), digits) : describeValue(units)
}

function outdated(settlement: Settlement, shown: Partial<Settlement>): Issue[] {
  const field = (['due', ...amountFields] as const).find((name) => settlement[name] !== shown[name])
  if (field === undefined) return []
  return [createIssue('outdated-input', ['row'], { expected: `${field} ${shown[field]}`, actual: `${field} ${settlement[field]}` })]
}
