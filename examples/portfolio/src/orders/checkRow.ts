import type { DecimalString, Issue } from '@clientele/core'
import { checkCalendarDate, checkDecimal, createIssue } from '@clientele/core/checks'
import { decimalText } from '@clientele/core/decimal'
import type { OrderColumns } from '../config/types.js'
import { createPortfolioIssue } from '../issues/createPortfolioIssue.js'
import type { CsvRow, Order, RejectedOrder } from './types.js'

/** Where a row holds what. */
export interface RowLayout {
  readonly columns: OrderColumns
  /** The indexes of customer, date and amount. */
  readonly places: readonly [number, number, number]
  /** How many fields the header has. */
  readonly width: number
  /** How many decimal places an amount may have. */
  readonly digits: number
}

const LONGEST_RAW = 160

/** Reads a row as an order, or rejects it with everything that is wrong with it. */
export function checkRow(row: CsvRow, layout: RowLayout): Order | RejectedOrder {
  const malformed = checkForm(row, layout)
  if (malformed !== undefined) return reject(row, '', [malformed])
  const [customer, date, amount] = layout.places.map((place) => row.fields[place]) as [string, string, string]
  const issues: Issue[] = []
  if (customer.trim() === '') issues.push(createIssue('empty', [layout.columns.customer], {}))
  checkCalendarDate(date, [layout.columns.date], issues)
  const exact = checkAmount(amount, layout, issues)
  return issues.length === 0 && exact !== undefined ? { line: row.line, customer, date, amount: exact } : reject(row, customer.trim(), issues)
}

function checkForm({ fields, wellQuoted }: CsvRow, { width }: RowLayout): Issue | undefined {
  if (!wellQuoted) return createPortfolioIssue('quotation-marks', [], {})
  return fields.length === width ? undefined : createPortfolioIssue('fields-differ', [], { expected: width, actual: fields.length })
}

/** The amount in canonical form, as long as the currency has units that small. */
function checkAmount(text: string, { columns, digits }: RowLayout, issues: Issue[]): DecimalString | undefined {
  const path = [columns.amount]
  const amount = checkDecimal(text, path, issues)
  if (amount === undefined) return undefined
  if (amount.decimalPlaces() > digits) {
    issues.push(createIssue('too-many-decimal-places', path, { maximum: digits, actual: JSON.stringify(text) }))
    return undefined
  }
  return decimalText(amount)
}

function reject({ line, lastLine, raw }: CsvRow, customer: string, issues: readonly Issue[]): RejectedOrder {
  const shortened = raw.length > LONGEST_RAW ? `${raw.slice(0, LONGEST_RAW)}…` : raw
  return { line, lastLine, raw: shortened, ...(customer === '' ? {} : { customer }), issues }
}
