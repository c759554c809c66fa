import type { Issue } from '@clientele/core'
import { throwIssues } from '@clientele/core/checks'
import type { Scratch } from '@clientele/core/decimal'
import { readAsOf } from '../dates/readAsOf.js'
import { shownDigits } from '../money/currency.js'
import { composeCustomer } from '../rfm/composeCustomer.js'
import { composeBook } from '../rfm/composeRfm.js'
import type { PreparedRfm } from '../rfm/prepareRfm.js'
import type { RfmTotals } from '../rfm/rfmTotals.js'
import { type ScoredTotals, scoreTotals } from '../rfm/scoreTotals.js'
import type { RfmCustomer } from '../rfm/types.js'
import { checkRow } from './readColumns.js'
import { readTransactionColumns, type TransactionTable } from './readTransactionColumns.js'
import { sumColumns } from './sumColumns.js'
import type { RfmColumns } from './types.js'

/** Scores customers by transactions that come as columns: they are added up as columns, and scored by the same rules as the row form. */
export function scoreColumns(prepared: PreparedRfm, columns: unknown, options: unknown, scratch: Scratch): RfmColumns {
  const issues: Issue[] = []
  const asOf = readAsOf(options, issues)
  const table = readTransactionColumns(columns, issues)
  throwIssues(issues)
  return scoreTable(prepared, table as TransactionTable, asOf as number, scratch)
}

function scoreTable(prepared: PreparedRfm, table: TransactionTable, asOf: number, scratch: Scratch): RfmColumns {
  const { currency, monetary } = prepared
  const { customers, recencyDays, frequency, units, later } = sumColumns(table, asOf, monetary.measure === 'gross', scratch)
  const { digits } = table
  const totals: RfmTotals = { customers, recencyDays, frequency, units, digits, apart: new Map() }
  const scored = scoreTotals(totals, prepared)
  return {
    ...composeBook({ totals, currency, later, rejected: [] }, scored, prepared, asOf, table.customer.length),
    customer: customers,
    recencyDays,
    frequency,
    value: { values: units, digits },
    r: scored.r,
    f: scored.f,
    m: scored.m,
    segment: scored.segments,
    rejected: [],
    explain: explainRows(totals, scored, prepared),
  }
}

/** Tells of the customer of a row from columns of its own, for others may change those of the result. */
function explainRows(totals: RfmTotals, scored: ScoredTotals, prepared: PreparedRfm): (row: number) => RfmCustomer {
  const { customers, recencyDays, frequency, units } = totals
  const { r, f, m, segments } = scored
  const own = { ...totals, customers: customers.slice(), recencyDays: recencyDays.slice(), frequency: frequency.slice(), units: units.slice() }
  const ownScores = { ...scored, r: r.slice(), f: f.slice(), m: m.slice(), segments: segments.slice() }
  return (row) => {
    checkRow(row, own.customers.length)
    return composeCustomer(own, ownScores, prepared, row, shownDigits(prepared.currency))
  }
}
