import type { CalendarDate, InvalidRows, Issue, Path } from '@clientele/core'
import {
  checkKeys,
  checkList,
  checkRecord,
  checkText,
  createIssue,
  describeValue,
  isRecord,
  ownValue,
  readOptions,
  readRows,
  throwIssues,
} from '@clientele/core/checks'
import { customerValueKeys, type ReadCustomerValue, readCustomerValue } from '../customers/readCustomerValue.js'
import { readDay } from '../dates/readDay.js'
import { agreeOnCurrency } from '../money/currency.js'
import { readManyRows } from '../rows/readManyRows.js'
import { rejectRepeated } from '../rows/rejectRepeated.js'
import type { PreparedRetierPolicy, ReadTierRecord } from './prepared.js'
import { readRetierPolicy } from './prepareRetierPolicy.js'
import type { RejectedTierRow } from './types.js'

/** All that customers are tiered again from, checked and read. */
export interface ReadRetiering {
  readonly policy: PreparedRetierPolicy
  readonly asOf: CalendarDate
  readonly currency: string | undefined
  readonly previous: readonly ReadTierRecord[]
  readonly current: readonly ReadCustomerValue[]
  readonly rejected: readonly RejectedTierRow[]
}

const RECORD_KEYS = ['customer', 'tier', 'since', 'belowSince']
const LISTED_TIERS = 20

/** Customers of a tiering may stand for values: what else they have is not looked at. */
const VALUE_KEYS = customerValueKeys('sum', 'tier', 'rank', 'reasons')

/** Checks and reads tiers, values, a policy and options, or throws what is wrong; only bad rows may be collected instead. */
export function readRetiering(retiering: unknown, policy: unknown, options: unknown): ReadRetiering {
  const issues: Issue[] = []
  const { previous, current } = readLists(retiering, issues)
  const prepared = readRetierPolicy(policy, ['policy'], issues)
  const invalid = readOptions(options, ['asOf', 'invalid'], issues)
  const asOf = isRecord(options) ? readDate(ownValue(options, 'asOf'), ['options', 'asOf'], issues) : undefined
  throwIssues(issues)
  return readBoth(previous, current, prepared as PreparedRetierPolicy, { asOf: asOf as CalendarDate, invalid })
}

function readLists(retiering: unknown, issues: Issue[]): { readonly previous?: unknown; readonly current?: unknown } {
  if (!checkRecord(retiering, ['retiering'], issues)) return {}
  const { previous, current, ...others } = { ...retiering }
  checkKeys(others, ['previous', 'current'], [], issues)
  checkList(previous, ['previous'], issues)
  checkList(current, ['current'], issues)
  return { previous, current }
}

/** Reads both lists before anything is thrown, so that all bad rows are told at once. */
function readBoth(
  previous: unknown,
  current: unknown,
  policy: PreparedRetierPolicy,
  { asOf, invalid }: { readonly asOf: CalendarDate; readonly invalid: InvalidRows },
): ReadRetiering {
  const readRecord = recordReader(policy, asOf)
  const records = readRows(previous, 'previous', 'collect', (row, index, issues) => readRecord(row, ['previous', index], issues), 'customer')
  const readValue = (row: unknown, issues: Issue[]): ReadCustomerValue | undefined => readCustomerValue(row, VALUE_KEYS, policy.currency, issues)
  const values = readManyRows(current, 'current', 'collect', readValue, 'customer')
  if (invalid === 'throw') throwIssues([...records.rejected, ...values.rejected].flatMap(({ issues }) => issues))
  const [before, now] = [rejectRepeated(records, 'previous'), rejectRepeated(values, 'current')]
  const rejected: RejectedTierRow[] = [
    ...before.rejected.map((row) => ({ list: 'previous' as const, ...row })),
    ...now.rejected.map((row) => ({ list: 'current' as const, ...row })),
  ]
  const currency = agreeOnCurrency(now.read, policy.currency, ['current'])
  return { policy, asOf, currency, previous: before.read, current: now.read, rejected }
}

type ReadRecord = (row: unknown, path: Path, issues: Issue[]) => ReadTierRecord | undefined

/** A reader of customers' tiers, which must be tiers of the policy that were come into by `asOf`. */
function recordReader({ tiers, ranks }: PreparedRetierPolicy, asOf: CalendarDate): ReadRecord {
  const listed = tiers.slice(0, LISTED_TIERS).map(({ id }) => describeValue(id))
  const allowed = tiers.length > LISTED_TIERS ? [...listed, '…'] : listed
  const readRank = (tier: unknown, path: Path, issues: Issue[]): number | undefined => {
    if (!checkText(tier, path, issues)) return undefined
    const rank = ranks.get(tier)
    if (rank === undefined) issues.push(createIssue('not-allowed', path, { allowed, actual: describeValue(tier) }))
    return rank
  }
  return (row, path, issues) => {
    const before = issues.length
    if (!checkRecord(row, path, issues)) return undefined
    checkKeys(row, RECORD_KEYS, path, issues)
    const customer = ownValue(row, 'customer')
    checkText(customer, [...path, 'customer'], issues)
    const rank = readRank(ownValue(row, 'tier'), [...path, 'tier'], issues)
    const since = readPastDate(ownValue(row, 'since'), asOf, [...path, 'since'], issues)
    const below = ownValue(row, 'belowSince') ?? undefined
    const belowSince = below === undefined ? undefined : readPastDate(below, asOf, [...path, 'belowSince'], issues)
    if (issues.length > before) return undefined
    return { customer: customer as string, rank: rank as number, since: since as CalendarDate, belowSince: laterOf(belowSince, since) }
  }
}

/** A value is below the cut of a tier from when on the customer is in it, at the earliest. */
function laterOf(belowSince: CalendarDate | undefined, since: CalendarDate | undefined): CalendarDate | undefined {
  return belowSince !== undefined && since !== undefined && belowSince < since ? since : belowSince
}

/** Reads a date that is not after `asOf`, or adds an issue and returns undefined. */
function readPastDate(value: unknown, asOf: CalendarDate, path: Path, issues: Issue[]): CalendarDate | undefined {
  const date = readDate(value, path, issues)
  if (date === undefined || date <= asOf) return date
  issues.push(createIssue('too-large', path, { maximum: asOf, actual: date }))
  return undefined
}

/** Reads a calendar date as it is written, or adds an issue and returns undefined. */
function readDate(value: unknown, path: Path, issues: Issue[]): CalendarDate | undefined {
  return readDay(value, path, issues) === undefined ? undefined : (value as CalendarDate)
}
