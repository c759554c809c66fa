import { type CalendarDate, type DecimalString, type Issue, isCalendarDate } from '@clientele/core'
import { checkCalendarDate, checkChoice, checkDecimal, createIssue } from '@clientele/core/checks'
import { decimalText } from '@clientele/core/decimal'
import { createPortfolioIssue } from '../issues/createPortfolioIssue.js'
import type { Cells } from '../rows/types.js'
import { folderFiles } from './folderFiles.js'
import type { Deal, DealStatus } from './types.js'

const { columns } = folderFiles.deals

/** Which columns of the deals hold what. */
export type DealColumns = typeof columns

type Facts = 'date' | 'closed' | 'amount'

const FACTS = ['date', 'closed', 'amount'] as const

/** Which facts a deal must have that stands somewhere; others must be blank. */
const facts: { readonly [Status in DealStatus]: readonly Facts[] } = { Prospecting: [], Engaging: ['date'], Won: FACTS, Lost: FACTS }

/** Reads a deal from its cells, or adds issues and returns undefined. */
export function readDeal(cells: Cells<DealColumns>, line: number, issues: Issue[]): Deal | undefined {
  const { status } = cells
  if (cells.deal.trim() === '') issues.push(createIssue('empty', [columns.deal], {}))
  if (!checkChoice(status, Object.keys(facts), [columns.status], issues)) return undefined
  const known = facts[status as DealStatus]
  for (const fact of FACTS) checkBlank(cells[fact], fact, known.includes(fact), status, issues)
  const date = readDate(cells.date, columns.date, issues)
  const closed = readDate(cells.closed, columns.closed, issues)
  const amount = readAmount(cells.amount, issues)
  if (date !== null && closed !== null && closed < date) issues.push(createIssue('too-small', [columns.closed], { minimum: date, actual: closed }))
  if (issues.length > 0) return undefined
  const { deal, owner, product, account } = cells
  return {
    line,
    date,
    deal: deal.trim(),
    status: status as DealStatus,
    owner: owner.trim(),
    product: product.trim(),
    account: account.trim(),
    closed,
    amount,
  }
}

function checkBlank(text: string, fact: Facts, isKnown: boolean, stage: string, issues: Issue[]): void {
  if (isKnown && text === '') issues.push(createIssue('empty', [columns[fact]], {}))
  if (!isKnown && text !== '') issues.push(createPortfolioIssue('not-blank', [columns[fact]], { stage, actual: JSON.stringify(text) }))
}

function readDate(text: string, column: string, issues: Issue[]): CalendarDate | null {
  if (text !== '') checkCalendarDate(text, [column], issues)
  return isCalendarDate(text) ? text : null
}

function readAmount(text: string, issues: Issue[]): DecimalString | null {
  const amount = text === '' ? undefined : checkDecimal(text, [columns.amount], issues, { minimum: '0' })
  return amount === undefined ? null : decimalText(amount)
}
