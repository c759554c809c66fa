import type { Issue, Path } from '@clientele/core'
import { checkChoice, checkCurrency, checkKeys, checkList, checkRecord, checkText } from '@clientele/core/checks'
import { readDay } from '../invoices/readInvoice.js'
import { readAmount } from '../money/readAmount.js'
import { readFlag } from './readFlag.js'

/** An open item, checked and read; amounts are minor units of its currency, days are since 1970-01-01. */
export interface ReadItem {
  readonly id: string
  readonly customer: string
  readonly currency: string
  /** The currency's minor digits. */
  readonly digits: number
  readonly day: number
  readonly due: number
  readonly amount: bigint
  readonly isDisputed: boolean
  readonly isBlocked: boolean
  readonly applications: readonly ReadItemApplication[]
}

/** What settles part of an item, checked and read. */
interface ReadItemApplication {
  readonly day: number
  readonly settles: bigint
}

/** All keys of an open item. */
export const ITEM_KEYS: readonly string[] = ['id', 'customer', 'date', 'due', 'amount', 'currency', 'disputed', 'blocked', 'applications']

/** All keys of an application. */
export const APPLICATION_KEYS: readonly string[] = ['payment', 'date', 'type', 'amount', 'settles']

/** Checks and reads an open item, or adds issues and returns undefined. */
export function readOpenItem(value: unknown, path: Path, issues: Issue[]): ReadItem | undefined {
  const before = issues.length
  if (!checkRecord(value, path, issues)) return undefined
  const item = { ...value }
  checkKeys(item, ITEM_KEYS, path, issues)
  checkText(item['id'], [...path, 'id'], issues)
  checkText(item['customer'], [...path, 'customer'], issues)
  const digits = checkCurrency(item['currency'], [...path, 'currency'], issues)
  const day = readDay(item['date'], [...path, 'date'], issues)
  const due = readDay(item['due'], [...path, 'due'], issues)
  const amount = readAmount(item['amount'], digits, [...path, 'amount'], issues)
  const isDisputed = readFlag(item['disputed'], [...path, 'disputed'], issues)
  const isBlocked = readFlag(item['blocked'], [...path, 'blocked'], issues)
  const applications = readApplications(item['applications'], digits, [...path, 'applications'], issues)
  if (issues.length > before) return undefined
  const { id, customer, currency } = item as { readonly id: string; readonly customer: string; readonly currency: string }
  const days = { day: day as number, due: due as number }
  return { id, customer, currency, digits: digits as number, ...days, amount: amount as bigint, isDisputed, isBlocked, applications }
}

function readApplications(value: unknown, digits: number | undefined, path: Path, issues: Issue[]): ReadItemApplication[] {
  if (value === undefined || !checkList(value, path, issues)) return []
  const read = Array.from(value, (application, index) => readApplication(application, digits, [...path, index], issues))
  return read.filter((application) => application !== undefined)
}

function readApplication(value: unknown, digits: number | undefined, path: Path, issues: Issue[]): ReadItemApplication | undefined {
  if (!checkRecord(value, path, issues)) return undefined
  const { payment, date, type, amount, settles, ...others } = { ...value }
  checkKeys(others, APPLICATION_KEYS, path, issues)
  if (payment !== undefined) checkText(payment, [...path, 'payment'], issues)
  const day = readDay(date, [...path, 'date'], issues)
  checkChoice(type, ['payment', 'discount', 'credit-note', 'write-off'], [...path, 'type'], issues)
  if (amount !== undefined) readAmount(amount, digits, [...path, 'amount'], issues)
  const settled = readAmount(settles, digits, [...path, 'settles'], issues)
  return day === undefined || settled === undefined ? undefined : { day, settles: settled }
}
