import type { DecimalColumn, Issue, RejectedRow } from '@clientele/core'
import { throwIssues } from '@clientele/core/checks'
import { formatDay } from '@clientele/core/days'
import { moneyText } from '../money/moneyText.js'
import type { PreparedTerms } from '../terms/prepared.js'
import { type Amounts, addExactly, type ColumnTotals, createTotals, sumsOf } from './columnTotals.js'
import { explainRow } from './explainRow.js'
import { createFewPayments } from './fewPayments.js'
import { quickInput } from './quickInput.js'
import { quickTerms } from './quickTerms.js'
import { type ColumnSettings, readSettings } from './readSettings.js'
import { readTable, type Table } from './readTable.js'
import { rejectStrayCredits, rejectStrayPayments } from './rejectStrays.js'
import { amountFields, type QuickOutput, settleRows, statuses } from './settleRows.js'
import { type SettledRow, settleWithCare } from './settleWithCare.js'
import type { ColumnDiagnosis, SettledColumns, SettledTotals } from './types.js'

const REJECTED = 255

/** Settles invoices that come as columns: in float64 integers where these are exact, as the row form does where not. */
export function settleColumns(prepared: PreparedTerms, columns: unknown, options: unknown): SettledColumns {
  const issues: Issue[] = []
  const settings = readSettings(options, prepared, issues)
  const table = readTable(columns, prepared, settings?.digits ?? 0, issues)
  throwIssues(issues)
  return settleTable(prepared, table as Table, settings as ColumnSettings)
}

function settleTable(prepared: PreparedTerms, table: Table, settings: ColumnSettings): SettledColumns {
  const { asOf, currency, digits, invalid } = settings
  const output = createOutput(table.length)
  const rejected = settleAll(prepared, table, settings, output)
  const refused = new Map(rejected.map(({ index, issues }) => [index, issues]))
  const rejectedPayments = rejectStrayPayments(table, settings)
  const rejectedCredits = rejectStrayCredits(table, settings)
  if (invalid === 'throw') throwIssues([...rejected, ...rejectedPayments, ...rejectedCredits].flatMap(({ issues }) => issues))
  const column = (values: Float64Array): DecimalColumn => ({ values, digits })
  return {
    asOf: formatDay(asOf) as string,
    currency,
    due: output.due,
    status: output.status,
    statuses,
    paid: column(output.paid),
    discountTaken: column(output.discountTaken),
    credited: column(output.credited),
    open: column(output.open),
    overpaid: column(output.overpaid),
    totals: composeTotals(sumsOf(output.totals), digits),
    explain: (row) => explainRow(row, prepared, table, settings, output, refused),
    rejected,
    rejectedPayments,
    rejectedCredits,
    diagnoses: diagnose(output.totals),
    policies: prepared.policies,
  }
}

function createOutput(length: number): QuickOutput {
  return {
    due: new Float64Array(length),
    status: new Uint8Array(length),
    paid: new Float64Array(length),
    discountTaken: new Float64Array(length),
    credited: new Float64Array(length),
    open: new Float64Array(length),
    overpaid: new Float64Array(length),
    totals: createTotals(),
  }
}

/** Settles every row, and returns those that were rejected. */
function settleAll(prepared: PreparedTerms, table: Table, settings: ColumnSettings, output: QuickOutput): RejectedRow[] {
  const several = createFewPayments(prepared.discounts.length)
  const run = { input: quickInput(table), terms: quickTerms(prepared, settings.step), asOf: settings.asOf, output, several }
  const rejected: RejectedRow[] = []
  let row = settleRows(run, 0)
  while (row < table.length) {
    const issues: Issue[] = []
    const settled = settleWithCare(table, row, prepared, settings, issues)
    if (settled === undefined) rejected.push({ index: row, issues })
    writeRow(output, row, settled)
    row = settleRows(run, row + 1)
  }
  return rejected
}

function writeRow(output: QuickOutput, row: number, done: SettledRow | undefined): void {
  output.due[row] = done === undefined ? Number.NaN : done.settled.under.due
  output.status[row] = done === undefined ? REJECTED : statuses.indexOf(done.settled.status)
  for (const field of amountFields) output[field][row] = done === undefined ? Number.NaN : Number(done.amounts[field])
  if (done === undefined) return
  addExactly(output.totals, done.amounts)
  output.totals.laterPayments += done.laterPayments
  output.totals.laterCredits += done.laterCredits
}

function composeTotals({ paid, discountTaken, credited, open, overpaid }: Amounts, digits: number): SettledTotals {
  return {
    amount: moneyText(open + paid + discountTaken + credited - overpaid, digits),
    paid: moneyText(paid, digits),
    discountTaken: moneyText(discountTaken, digits),
    credited: moneyText(credited, digits),
    open: moneyText(open, digits),
    overpaid: moneyText(overpaid, digits),
  }
}

function diagnose({ laterPayments, laterCredits }: ColumnTotals): ColumnDiagnosis[] {
  const diagnoses: ColumnDiagnosis[] = []
  if (laterPayments > 0) diagnoses.push({ code: 'payments-after-as-of', params: { count: laterPayments } })
  if (laterCredits > 0) diagnoses.push({ code: 'credits-after-as-of', params: { count: laterCredits } })
  return diagnoses
}
