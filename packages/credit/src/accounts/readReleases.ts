import type { Issue, Path } from '@clientele/core'
import {
  checkChoice,
  checkCurrency,
  checkDecimal,
  checkKeys,
  checkList,
  checkRecord,
  checkText,
  checkUnique,
  createIssue,
} from '@clientele/core/checks'
import { formatDay } from '@clientele/core/days'
import type { Decimal } from '@clientele/core/decimal'
import { readDay } from '../invoices/readInvoice.js'
import { toUnits } from '../money/readAmount.js'
import { BREACH_CODES } from '../orders/breachCodes.js'
import type { BreachCode } from '../orders/policyTypes.js'

/** A release, checked and read. */
export interface ReadRelease {
  readonly order: string
  readonly by: string
  readonly role: string
  /** The last day, and the day on which it was given, in days since 1970-01-01. */
  readonly until: number
  readonly day: number | undefined
  readonly amount: Decimal | undefined
  /** That of the amount; undefined where it is the order's. */
  readonly currency: string | undefined
  /** What may pass by it; undefined where everything may. */
  readonly breaches: ReadonlySet<BreachCode> | undefined
}

const KEYS = ['order', 'by', 'role', 'until', 'date', 'amount', 'currency', 'breaches']

type Unread = { readonly [key: string]: unknown }

/** Checks and reads releases; what is wrong becomes issues. */
export function readReleases(value: unknown, path: Path, issues: Issue[]): ReadRelease[] {
  if (!checkList(value, path, issues)) return []
  return Array.from(value, (release, index) => readRelease(release, [...path, index], issues)).filter((release) => release !== undefined)
}

/** Checks and reads a release, or adds issues and returns undefined. */
export function readRelease(value: unknown, path: Path, issues: Issue[]): ReadRelease | undefined {
  const before = issues.length
  if (!checkRecord(value, path, issues)) return undefined
  const release = { ...value }
  const { order, by, role } = release
  checkKeys(release, KEYS, path, issues)
  checkText(order, [...path, 'order'], issues)
  checkText(by, [...path, 'by'], issues)
  checkText(role, [...path, 'role'], issues)
  const days = readDays(release, path, issues)
  const amount = readSize(release, path, issues)
  const breaches = release['breaches'] === undefined ? undefined : readBreaches(release['breaches'], [...path, 'breaches'], issues)
  if (issues.length > before) return undefined
  const texts = { order, by, role } as { readonly order: string; readonly by: string; readonly role: string }
  return { ...texts, until: days.until as number, day: days.day, amount, currency: release['currency'] as string | undefined, breaches }
}

function readDays({ until, date }: Unread, path: Path, issues: Issue[]): { readonly until: number | undefined; readonly day: number | undefined } {
  const last = readDay(until, [...path, 'until'], issues)
  const day = date === undefined ? undefined : readDay(date, [...path, 'date'], issues)
  if (last !== undefined && day !== undefined && last < day) {
    issues.push(createIssue('too-small', [...path, 'until'], { minimum: formatDay(day) as string, actual: formatDay(last) as string }))
  }
  return { until: last, day }
}

/** Reads how large the order may be; that it fits the order's currency is to be checked where no other is given. */
function readSize({ amount, currency }: Unread, path: Path, issues: Issue[]): Decimal | undefined {
  const place = [...path, 'amount']
  const digits = currency === undefined ? undefined : checkCurrency(currency, [...path, 'currency'], issues)
  if (amount === undefined && currency === undefined) return undefined
  const read = checkDecimal(amount, place, issues, { minimum: '0' })
  if (read !== undefined && digits !== undefined) toUnits(read, digits, place, issues)
  return read
}

function readBreaches(value: unknown, path: Path, issues: Issue[]): Set<BreachCode> {
  if (!checkList(value, path, issues, { filled: true })) return new Set()
  const codes = Array.from(value, (code, index) => (checkChoice(code, BREACH_CODES, [...path, index], issues) ? code : undefined))
  checkUnique(codes, (index) => [...path, index], issues)
  return new Set(codes.filter((code) => code !== undefined))
}
