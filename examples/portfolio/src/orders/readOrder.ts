import type { Issue } from '@clientele/core'
import { checkCalendarDate, createIssue } from '@clientele/core/checks'
import type { OrderColumns } from '../config/types.js'
import { readAmount } from '../rows/readAmount.js'
import type { Cells } from '../rows/types.js'
import type { Order } from './types.js'

/** Reads a row as an order, or adds everything that is wrong with it and returns undefined. */
export function readOrder(
  { customer, date, amount }: Cells<OrderColumns>,
  { columns, digits, line }: { readonly columns: OrderColumns; readonly digits: number; readonly line: number },
  issues: Issue[],
): Order | undefined {
  if (customer.trim() === '') issues.push(createIssue('empty', [columns.customer], {}))
  checkCalendarDate(date, [columns.date], issues)
  const exact = readAmount(amount, digits, columns.amount, issues)
  return issues.length === 0 && exact !== undefined ? { line, customer, date, amount: exact } : undefined
}
