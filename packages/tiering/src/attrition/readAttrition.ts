import type { InvalidRows, Issue, Path } from '@clientele/core'
import {
  checkFlag,
  checkKeys,
  checkList,
  checkRecord,
  checkText,
  createIssue,
  formatPath,
  isRecord,
  ownValue,
  readOptions,
  readRows,
  throwIssues,
} from '@clientele/core/checks'
import { formatDay } from '@clientele/core/days'
import { readDay } from '../dates/readDay.js'
import type { PreparedPolicy, ReadActivity, ReadContract } from './prepared.js'
import { readMoment } from './readMoment.js'
import { readPolicy } from './readPolicy.js'
import type { RejectedActivity } from './types.js'

/** All that warnings are given from, checked and read. */
export interface ReadAttrition {
  readonly policy: PreparedPolicy
  /** Days since 1970-01-01. */
  readonly asOf: number
  readonly activity: readonly ReadActivity[]
  readonly contracts: readonly ReadContract[]
  readonly rejected: readonly RejectedActivity[]
}

/** Checks and reads what is known of customers, a policy and options, or throws what is wrong; only bad rows may be collected instead. */
export function readAttrition(subject: unknown, policy: unknown, options: unknown): ReadAttrition {
  const issues: Issue[] = []
  const { activity, contracts } = readLists(subject, issues)
  const prepared = readPolicy(policy, issues)
  const invalid = readOptions(options, ['asOf', 'invalid'], issues)
  const asOf = isRecord(options) ? readDay(ownValue(options, 'asOf'), ['options', 'asOf'], issues) : undefined
  throwIssues(issues)
  return { policy: prepared as PreparedPolicy, asOf: asOf as number, ...readBoth(activity, contracts, invalid) }
}

/** The two lists of a case, or the one of activity alone. */
function readLists(subject: unknown, issues: Issue[]): { readonly activity: unknown; readonly contracts: unknown } {
  if (!isRecord(subject)) {
    checkList(subject, ['activity'], issues)
    return { activity: subject, contracts: [] }
  }
  const { activity, contracts = [], ...others } = { ...subject }
  checkKeys(others, ['activity', 'contracts'], [], issues)
  checkList(activity, ['activity'], issues)
  checkList(contracts, ['contracts'], issues)
  return { activity, contracts }
}

/** Reads both lists before anything is thrown, so that all bad rows are told at once. */
function readBoth(activity: unknown, contracts: unknown, invalid: InvalidRows): Pick<ReadAttrition, 'activity' | 'contracts' | 'rejected'> {
  const acts = readRows(activity, 'activity', 'collect', (row, index, issues) => readActivity(row, ['activity', index], issues), null)
  const held = readRows(contracts, 'contracts', 'collect', (row, index, issues) => readContract(row, ['contracts', index], issues), null)
  const rejected: RejectedActivity[] = [
    ...acts.rejected.map((row) => ({ list: 'activity' as const, ...row })),
    ...held.rejected.map((row) => ({ list: 'contracts' as const, ...row })),
  ]
  if (invalid === 'throw') throwIssues(rejected.flatMap(({ issues }) => issues))
  return { activity: acts.read, contracts: held.read, rejected }
}

function readActivity(row: unknown, path: Path, issues: Issue[]): ReadActivity | undefined {
  if (!checkRecord(row, path, issues)) return undefined
  const { customer, date, at, type, ...others } = { ...row }
  checkKeys(others, ['customer', 'date', 'at', 'type'], path, issues)
  const isNamed = checkText(customer, [...path, 'customer'], issues)
  const day = at === undefined ? readDay(date, [...path, 'date'], issues) : readMoment(at, [...path, 'at'], issues)
  if (at !== undefined && date !== undefined) {
    issues.push(createIssue('given-elsewhere', [...path, 'at'], { value: 'date', place: formatPath([...path, 'date']) }))
  }
  const isTyped = checkText(type, [...path, 'type'], issues)
  return isNamed && day !== undefined && isTyped ? { customer, day, type } : undefined
}

function readContract(row: unknown, path: Path, issues: Issue[]): ReadContract | undefined {
  if (!checkRecord(row, path, issues)) return undefined
  const { customer, from, to, renewed = false, ...others } = { ...row }
  checkKeys(others, ['customer', 'from', 'to', 'renewed'], path, issues)
  const isNamed = checkText(customer, [...path, 'customer'], issues)
  const first = readDay(from, [...path, 'from'], issues)
  const last = readDay(to, [...path, 'to'], issues)
  if (first !== undefined && last !== undefined && last < first) {
    issues.push(createIssue('too-small', [...path, 'to'], { minimum: formatDay(first) as string, actual: formatDay(last) as string }))
  }
  checkFlag(renewed, [...path, 'renewed'], issues)
  return isNamed && first !== undefined && last !== undefined ? { customer, from: first, to: last, renewed: renewed === true } : undefined
}
