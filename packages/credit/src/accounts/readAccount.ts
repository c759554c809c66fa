import type { Issue, Path } from '@clientele/core'
import { checkCurrency, checkDecimal, checkInteger, checkKeys, checkRecord, checkText, createIssue } from '@clientele/core/checks'
import type { Decimal } from '@clientele/core/decimal'
import { readDay } from '../invoices/readInvoice.js'
import { readAmount } from '../money/readAmount.js'
import { readNonNegative } from '../money/readNonNegative.js'
import { readFlag } from '../receivables/readFlag.js'
import type { ReadItem } from '../receivables/readOpenItem.js'
import { type ReadGrade, type ReadReport, readGrade, readReport } from './readJudgement.js'
import type { ReadCommitment, ReadSecurity } from './readParts.js'
import { readCommitments, readItemsOf, readSecurities } from './readParts.js'
import { type ReadRelease, readReleases } from './readReleases.js'

/** A credit limit, checked and read. */
export interface ReadLimit {
  /** In minor units of the account's currency; null is no limit. */
  readonly units: bigint | null
  /** The last day, in days since 1970-01-01. */
  readonly validUntil: number | undefined
}

/** An account, checked and read; what was not given is undefined. */
export interface ReadAccount {
  readonly customer: string
  readonly company: string | undefined
  readonly currency: string
  /** The currency's minor digits. */
  readonly digits: number
  readonly limit: ReadLimit | undefined
  readonly items: readonly ReadItem[] | undefined
  readonly deliveries: readonly ReadCommitment[] | undefined
  readonly orders: readonly ReadCommitment[] | undefined
  readonly deposits: readonly ReadSecurity[] | undefined
  readonly guarantees: readonly ReadSecurity[] | undefined
  readonly report: ReadReport | undefined
  readonly grade: ReadGrade | undefined
  /** 0 where no letter was sent. */
  readonly dunningLevel: number
  readonly isBlocked: boolean
  readonly releases: readonly ReadRelease[]
  readonly netWorth: Decimal | undefined
  readonly monthlyPurchases: Decimal | undefined
  readonly creditDays: number | undefined
  /** In minor units. */
  readonly requestedLimit: bigint | undefined
}

type Unread = { readonly [key: string]: unknown }

const KEYS = ['customer', 'company', 'currency', 'limit', 'items', 'deliveries', 'orders', 'deposits', 'guarantees', 'report', 'grade']
const MORE_KEYS = ['dunningLevel', 'blocked', 'releases', 'netWorth', 'monthlyPurchases', 'creditDays', 'requestedLimit']
const ACCOUNT_KEYS = [...KEYS, ...MORE_KEYS]

/** Checks and reads an account, of which the `needed` keys must be given, or adds issues and returns undefined. */
export function readAccount(value: unknown, path: Path, issues: Issue[], needed: readonly string[] = []): ReadAccount | undefined {
  const before = issues.length
  if (!checkRecord(value, path, issues)) return undefined
  const account = { ...value }
  checkKeys(account, ACCOUNT_KEYS, path, issues)
  for (const key of needed) if (account[key] === undefined) issues.push(createIssue('missing', [...path, key], {}))
  const { customer, company, currency } = account
  checkText(customer, [...path, 'customer'], issues)
  if (company !== undefined) checkText(company, [...path, 'company'], issues)
  const digits = checkCurrency(currency, [...path, 'currency'], issues)
  const read = { ...readParts(account, digits, path, issues), ...readStanding(account, path, issues), ...readMeans(account, digits, path, issues) }
  const named = { customer: customer as string, company: company as string | undefined, currency: currency as string, digits: digits as number }
  return issues.length > before ? undefined : { ...named, ...read }
}

/** Reads what exposure is made of, and the limit. */
function readParts(account: Unread, digits: number | undefined, path: Path, issues: Issue[]) {
  const { customer, currency, limit, items, deliveries, orders, deposits, guarantees } = account
  const owner = { customer, currency }
  return {
    limit: limit === undefined ? undefined : readLimit(limit, digits, [...path, 'limit'], issues),
    items: items === undefined ? undefined : readItemsOf(customer, items, [...path, 'items'], issues),
    deliveries: deliveries === undefined ? undefined : readCommitments(deliveries, owner, [...path, 'deliveries'], issues, readAmount),
    orders: orders === undefined ? undefined : readCommitments(orders, owner, [...path, 'orders'], issues),
    deposits: deposits === undefined ? undefined : readSecurities(deposits, owner, [...path, 'deposits'], issues),
    guarantees: guarantees === undefined ? undefined : readSecurities(guarantees, owner, [...path, 'guarantees'], issues, ['joint']),
  }
}

function readLimit(value: unknown, digits: number | undefined, path: Path, issues: Issue[]): ReadLimit | undefined {
  if (!checkRecord(value, path, issues)) return undefined
  const { amount, validUntil, ...others } = { ...value }
  checkKeys(others, ['amount', 'validUntil'], path, issues)
  const last = validUntil === undefined ? undefined : readDay(validUntil, [...path, 'validUntil'], issues)
  const units = amount === null ? null : readNonNegative(amount, digits, [...path, 'amount'], issues)
  return units === undefined ? undefined : { units, validUntil: last }
}

/** Reads how the customer is judged. */
function readStanding(account: Unread, path: Path, issues: Issue[]) {
  const { customer, report, grade, dunningLevel, blocked, releases } = account
  if (dunningLevel !== undefined) checkInteger(dunningLevel, [...path, 'dunningLevel'], issues, { minimum: 0 })
  return {
    report: report === undefined ? undefined : readReport(report, customer, [...path, 'report'], issues),
    grade: grade === undefined ? undefined : readGrade(grade, customer, [...path, 'grade'], issues),
    dunningLevel: (dunningLevel ?? 0) as number,
    isBlocked: readFlag(blocked, [...path, 'blocked'], issues),
    releases: releases === undefined ? [] : readReleases(releases, [...path, 'releases'], issues),
  }
}

/** Reads what a limit is suggested from. */
function readMeans(account: Unread, digits: number | undefined, path: Path, issues: Issue[]) {
  const { netWorth, monthlyPurchases, creditDays, requestedLimit } = account
  if (creditDays !== undefined) checkInteger(creditDays, [...path, 'creditDays'], issues, { minimum: 0 })
  const purchases = [...path, 'monthlyPurchases']
  return {
    netWorth: netWorth === undefined ? undefined : checkDecimal(netWorth, [...path, 'netWorth'], issues),
    monthlyPurchases: monthlyPurchases === undefined ? undefined : checkDecimal(monthlyPurchases, purchases, issues, { minimum: '0' }),
    creditDays: creditDays as number | undefined,
    requestedLimit: requestedLimit === undefined ? undefined : readNonNegative(requestedLimit, digits, [...path, 'requestedLimit'], issues),
  }
}
