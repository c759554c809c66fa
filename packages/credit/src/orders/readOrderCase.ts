import type { Issue, Path } from '@clientele/core'
import { checkCurrency, checkKeys, checkRecord, checkText, createIssue, describeValue } from '@clientele/core/checks'
import { type ReadAccount, type ReadLimit, readAccount } from '../accounts/readAccount.js'
import { toUnits } from '../money/readAmount.js'
import { readNonNegative } from '../money/readNonNegative.js'

/** An order, checked and read. */
export interface ReadOrder {
  readonly id: string
  readonly customer: string
  readonly currency: string
  /** The currency's minor digits. */
  readonly digits: number
  /** In minor units. */
  readonly amount: bigint
}

/** An account that has a limit, checked and read. */
export interface LimitedAccount extends ReadAccount {
  readonly limit: ReadLimit
}

/** An order and the account that it asks credit of, checked and read. */
export interface ReadOrderCase {
  readonly order: ReadOrder
  readonly account: LimitedAccount
}

/** Checks and reads an order with its account, of which the `needed` keys must be given beside the limit, or adds issues and returns undefined. */
export function readOrderCase(value: unknown, path: Path, issues: Issue[], needed: readonly string[] = []): ReadOrderCase | undefined {
  if (!checkRecord(value, path, issues)) return undefined
  const before = issues.length
  const { order, account, ...others } = { ...value }
  checkKeys(others, ['order', 'account'], path, issues)
  const readOne = readOrder(order, [...path, 'order'], issues)
  const readOther = readAccount(account, [...path, 'account'], issues, ['limit', ...needed])
  if (readOne === undefined || readOther === undefined) return undefined
  if (readOne.customer !== readOther.customer) {
    const params = { allowed: [describeValue(readOther.customer)], actual: describeValue(readOne.customer) }
    issues.push(createIssue('not-allowed', [...path, 'order', 'customer'], params))
  }
  checkReleased(readOne, readOther, [...path, 'account', 'releases'], issues)
  return issues.length > before ? undefined : { order: readOne, account: readOther as LimitedAccount }
}

function readOrder(value: unknown, path: Path, issues: Issue[]): ReadOrder | undefined {
  const before = issues.length
  if (!checkRecord(value, path, issues)) return undefined
  const { id, customer, amount, currency, ...others } = { ...value }
  checkKeys(others, ['id', 'customer', 'amount', 'currency'], path, issues)
  checkText(id, [...path, 'id'], issues)
  checkText(customer, [...path, 'customer'], issues)
  const digits = checkCurrency(currency, [...path, 'currency'], issues)
  const units = readNonNegative(amount, digits, [...path, 'amount'], issues)
  if (issues.length > before) return undefined
  const texts = { id, customer, currency } as { readonly id: string; readonly customer: string; readonly currency: string }
  return { ...texts, digits: digits as number, amount: units as bigint }
}

/** How large the order may be is said in its currency, unless a release says another. */
function checkReleased(order: ReadOrder, { releases }: ReadAccount, path: Path, issues: Issue[]): void {
  releases.forEach(({ order: id, amount, currency = order.currency }, index) => {
    if (id === order.id && amount !== undefined && currency === order.currency) toUnits(amount, order.digits, [...path, index, 'amount'], issues)
  })
}
