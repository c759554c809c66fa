import type { Issue, Path } from '@clientele/core'
import { checkCalendarDate, checkCurrency, checkKeys, checkRecord, checkText, createIssue } from '@clientele/core/checks'
import { parseDay } from '@clientele/core/days'
import { moneyText } from '../money/moneyText.js'
import { readAmount } from '../money/readAmount.js'

/** An invoice, checked and read; amounts are minor units of its currency. */
export interface ReadInvoice {
  readonly id: string
  readonly currency: string
  /** The currency's minor digits. */
  readonly digits: number
  /** Days since 1970-01-01. */
  readonly day: number
  readonly amount: bigint
  readonly tax: bigint | undefined
  readonly deliveryDay: number | undefined
}

const KEYS = ['id', 'date', 'amount', 'currency', 'tax', 'deliveryDate']

/** Checks and reads an invoice, or adds issues and returns undefined; `others` are keys that someone else checks. */
export function readInvoice(value: unknown, path: Path, issues: Issue[], others: readonly string[] = []): ReadInvoice | undefined {
  const before = issues.length
  if (!checkRecord(value, path, issues)) return undefined
  const invoice = { ...value }
  checkKeys(invoice, [...KEYS, ...others], path, issues)
  checkText(invoice['id'], [...path, 'id'], issues)
  const digits = checkCurrency(invoice['currency'], [...path, 'currency'], issues)
  const day = readDay(invoice['date'], [...path, 'date'], issues)
  const amount = readAmount(invoice['amount'], digits, [...path, 'amount'], issues)
  const tax = invoice['tax'] === undefined ? undefined : readTax(invoice['tax'], amount, digits, [...path, 'tax'], issues)
  const deliveryDay = invoice['deliveryDate'] === undefined ? undefined : readDay(invoice['deliveryDate'], [...path, 'deliveryDate'], issues)
  if (issues.length > before) return undefined
  const { id, currency } = invoice as { readonly id: string; readonly currency: string }
  return { id, currency, digits: digits as number, day: day as number, amount: amount as bigint, tax, deliveryDay }
}

/** Reads a calendar date as days since 1970-01-01, or adds an issue and returns undefined. */
export function readDay(value: unknown, path: Path, issues: Issue[]): number | undefined {
  const day = parseDay(value)
  if (!Number.isNaN(day)) return day
  checkCalendarDate(value, path, issues)
  return undefined
}

/** A tax lies between 0 and the amount, whichever sign that has. */
function readTax(value: unknown, amount: bigint | undefined, digits: number | undefined, path: Path, issues: Issue[]): bigint | undefined {
  const tax = readAmount(value, digits, path, issues)
  if (tax === undefined || digits === undefined || amount === undefined) return undefined
  const [minimum, maximum] = amount < 0n ? [amount, 0n] : [0n, amount]
  if (tax >= minimum && tax <= maximum) return tax
  const bounds = { minimum: moneyText(minimum, digits), maximum: moneyText(maximum, digits) }
  issues.push(createIssue('out-of-range', path, { ...bounds, actual: moneyText(tax, digits) }))
  return undefined
}
