import type { Issue, JsonValue, Path } from '@clientele/core'
import { checkChoice, checkCurrency, checkText, createIssue, describeValue, LOST_KEY, readJson } from '@clientele/core/checks'
import { decimalText } from '@clientele/core/decimal'
import type { ComplaintContent } from '../commands/types.js'
import { moneyText, readAmount, readMoney } from '../money/readMoney.js'

/** What a command or an event says besides who, when and what it is. */
export type Fields = { readonly [field: string]: JsonValue }

const NONE: Fields = {}

/** What every complaint is about. */
export const contents: readonly ComplaintContent[] = ['product-quality', 'purchase-contract', 'goods-transport', 'service']

/** Reads the fields of a record but for its own keys, with amounts in canonical form; or adds issues. What is undefined is left out. */
export function readFields(record: { readonly [key: string]: unknown }, own: ReadonlySet<string>, path: Path, issues: Issue[]): Fields {
  const fields: { [field: string]: JsonValue } = {}
  for (const key of Object.keys(record)) {
    if (own.has(key)) continue
    const value = record[key]
    if (key === LOST_KEY) issues.push(createIssue('reserved-name', [...path, key], { actual: describeValue(key) }))
    else if (value !== undefined) fields[key] = readField(key, value, [...path, key], issues)
  }
  return Object.assign(fields, readAmounts(fields, path, issues))
}

function readField(key: string, value: unknown, path: Path, issues: Issue[]): JsonValue {
  if (isBlank(value)) return value as JsonValue
  if (key === 'content') checkChoice(value, contents, path, issues)
  else if (key === 'customer' || key === 'into') checkText(value, path, issues)
  return readJson(value, path, issues)
}

/** Whether a field says nothing: as good as left out where something needs it. */
export function isBlank(value: unknown): boolean {
  return value === undefined || value === null || value === ''
}

/** The amounts of fields in canonical form, or adds issues. */
export function readAmounts(fields: Fields, path: Path, issues: Issue[]): Fields {
  const { amount = null, currency = null, paidToCustomer = null } = fields
  if (amount === null && currency === null && paidToCustomer === null) return NONE
  const money = amount === null ? undefined : readMoney(fields, path, issues)
  const digits = currency === null || amount !== null ? money?.digits : checkCurrency(currency, [...path, 'currency'], issues)
  const paid = paidToCustomer === null ? undefined : readAmount(paidToCustomer, [...path, 'paidToCustomer'], issues)
  return {
    ...(money && { amount: moneyText(money.amount, money.digits) }),
    ...(paid && { paidToCustomer: digits === undefined ? decimalText(paid) : moneyText(paid, digits) }),
  }
}
