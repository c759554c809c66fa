import type { Issue, Path } from '@clientele/core'
import { checkCurrency, checkKeys, checkList, checkRecord, checkText, checkUnique, createIssue, isRecord, ownValue } from '@clientele/core/checks'
import { formatDay } from '@clientele/core/days'
import { readDay } from '../invoices/readInvoice.js'
import type { readAmount } from '../money/readAmount.js'
import { readNonNegative } from '../money/readNonNegative.js'
import { readFlag } from '../receivables/readFlag.js'
import { type ReadItem, readOpenItem } from '../receivables/readOpenItem.js'
import { checkOwner } from './checkOwner.js'

/** An order or a delivery, checked and read. */
export interface ReadCommitment {
  readonly id: string | undefined
  readonly currency: string
  /** The currency's minor digits. */
  readonly digits: number
  /** In minor units. */
  readonly amount: bigint
  /** Days since 1970-01-01. */
  readonly day: number | undefined
}

/** A deposit or a guarantee, checked and read. */
export interface ReadSecurity {
  readonly currency: string
  /** The currency's minor digits. */
  readonly digits: number
  /** In minor units. */
  readonly amount: bigint
  /** The first and the last day, in days since 1970-01-01. */
  readonly validFrom: number | undefined
  readonly validUntil: number | undefined
  readonly isJoint: boolean
}

/** The account's own customer and currency, as they are given: what is wrong with them is told elsewhere. */
interface Owner {
  readonly customer: unknown
  readonly currency: unknown
}

type Unread = { readonly [key: string]: unknown }

/** Reads open items of one customer, each with an id of its own; what is wrong becomes issues. */
export function readItemsOf(customer: unknown, value: unknown, path: Path, issues: Issue[]): ReadItem[] {
  return readList(value, path, issues, (item, place) => {
    const read = readOpenItem(item, place, issues)
    checkOwner(ownText(item, 'customer'), customer, place, issues)
    return read
  })
}

/** Reads orders or deliveries, of amounts of 0 or more unless they are read otherwise; what is wrong becomes issues. */
export function readCommitments(value: unknown, owner: Owner, path: Path, issues: Issue[], read?: typeof readAmount): ReadCommitment[] {
  return readList(value, path, issues, (member, place) => {
    if (!checkRecord(member, place, issues)) return undefined
    const commitment = { ...member }
    const { id, customer, date } = commitment
    checkKeys(commitment, ['id', 'customer', 'amount', 'currency', 'date'], place, issues)
    if (id !== undefined) checkText(id, [...place, 'id'], issues)
    if (customer !== undefined && checkText(customer, [...place, 'customer'], issues)) checkOwner(customer, owner.customer, place, issues)
    const day = date === undefined ? undefined : readDay(date, [...place, 'date'], issues)
    const money = readMoney(commitment, owner, place, issues, read)
    return money === undefined ? undefined : { id: id as string | undefined, ...money, day }
  })
}

/** Reads deposits or guarantees; what is wrong becomes issues. */
export function readSecurities(value: unknown, owner: Owner, path: Path, issues: Issue[], more: readonly 'joint'[] = []): ReadSecurity[] {
  return readList(value, path, issues, (member, place) => {
    if (!checkRecord(member, place, issues)) return undefined
    const security = { ...member }
    const { id, validFrom, validUntil } = security
    checkKeys(security, ['id', 'amount', 'currency', 'validFrom', 'validUntil', ...more], place, issues)
    if (id !== undefined) checkText(id, [...place, 'id'], issues)
    const first = validFrom === undefined ? undefined : readDay(validFrom, [...place, 'validFrom'], issues)
    const last = validUntil === undefined ? undefined : readDay(validUntil, [...place, 'validUntil'], issues)
    if (first !== undefined && last !== undefined && last < first) {
      issues.push(createIssue('too-small', [...place, 'validUntil'], { minimum: formatDay(first) as string, actual: formatDay(last) as string }))
    }
    const isJoint = more.includes('joint') && readFlag(security['joint'], [...place, 'joint'], issues)
    const money = readMoney(security, owner, place, issues)
    return money === undefined ? undefined : { ...money, validFrom: first, validUntil: last, isJoint }
  })
}

/** Reads a list whose members have different ids, where they have any. */
function readList<Read>(value: unknown, path: Path, issues: Issue[], read: (member: unknown, place: Path) => Read | undefined): Read[] {
  if (!checkList(value, path, issues)) return []
  const all = Array.from(value, (member, index) => read(member, [...path, index]))
  const ids = Array.from(value, (member) => ownText(member, 'id'))
  checkUnique(ids, (index) => [...path, index, 'id'], issues)
  return all.filter((one) => one !== undefined)
}

/** What a member's own key says, where it is a text of at least one character. */
function ownText(member: unknown, key: string): string | undefined {
  const value = isRecord(member) ? ownValue(member, key) : undefined
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** Reads an amount in a currency of its own, or in the account's. */
function readMoney(record: Unread, owner: Owner, place: Path, issues: Issue[], read: typeof readAmount = readNonNegative) {
  const { currency = owner.currency, amount } = record
  const digits = checkCurrency(currency, [...place, 'currency'], record['currency'] === undefined ? [] : issues)
  const units = read(amount, digits, [...place, 'amount'], issues)
  return units === undefined || digits === undefined ? undefined : { currency: currency as string, digits, amount: units }
}
