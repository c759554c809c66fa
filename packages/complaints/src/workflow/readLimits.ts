import type { Issue, Path } from '@clientele/core'
import { checkKeys, checkList, checkRecord, createIssue, describeValue } from '@clientele/core/checks'
import { type Money, readMoney } from '../money/readMoney.js'
import type { ReadLimit } from './compiled.js'
import { checkName } from './readMove.js'

/** Reads the limits by role, or adds issues; a role has one limit in a currency. */
export function readLimits(value: unknown, path: Path, issues: Issue[]): ReadonlyMap<string, readonly ReadLimit[]> {
  const limits = new Map<string, ReadLimit[]>()
  if (value === undefined || !checkList(value, path, issues)) return limits
  const seen = new Map<string, number>()
  Array.from(value).forEach((one, index) => {
    const limit = readLimit(one, [...path, index], issues)
    if (limit === undefined) return
    const { role, upTo } = limit
    const name = JSON.stringify([role, upTo.currency])
    const first = seen.get(name)
    if (first === undefined) {
      seen.set(name, index)
      limits.set(role, [...(limits.get(role) ?? []), limit])
    } else issues.push(createIssue('duplicate', [...path, index, 'role'], { value: `${role}, ${upTo.currency}`, first }))
  })
  return limits
}

function readLimit(value: unknown, path: Path, issues: Issue[]): ReadLimit | undefined {
  if (!checkRecord(value, path, issues)) return undefined
  const limit = { ...value }
  checkKeys(limit, ['role', 'upTo', 'cumulative'], path, issues)
  const role = limit['role']
  const isNamed = checkName(role, [], [...path, 'role'], issues)
  const upTo = readUpTo(limit['upTo'], [...path, 'upTo'], issues)
  const cumulative = limit['cumulative']
  if (cumulative !== undefined && cumulative !== true) {
    issues.push(createIssue('not-allowed', [...path, 'cumulative'], { allowed: ['true'], actual: describeValue(cumulative) }))
  }
  return isNamed && upTo !== undefined ? { role, upTo, cumulative: cumulative === true } : undefined
}

function readUpTo(value: unknown, path: Path, issues: Issue[]): Money | undefined {
  if (!checkRecord(value, path, issues)) return undefined
  const money = { ...value }
  checkKeys(money, ['amount', 'currency'], path, issues)
  return readMoney(money, path, issues)
}
