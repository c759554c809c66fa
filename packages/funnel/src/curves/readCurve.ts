import type { Issue, Path } from '@clientele/core'
import { checkChoice, checkInteger, checkList, checkRecord, checkShare, createIssue, ownValue } from '@clientele/core/checks'
import type { ConversionCurve } from './types.js'

/** What a curve tells of deals that are no longer new. */
export type ReadCurve = Pick<ConversionCurve, 'times' | 'atRisk' | 'won' | 'open' | 'throughDays'>

const METHODS = ['aalen-johansen'] as const
const COUNTS = ['times', 'atRisk'] as const
const SHARES = ['won', 'open'] as const

/**
 * Reads the part of a curve that an aged deal needs, or adds issues and returns undefined; what makes it a curve is not checked again. Kaplan–Meier is refused: its shares are no
 * probabilities where deals may be lost.
 */
export function readCurve(value: unknown, path: Path, issues: Issue[]): ReadCurve | undefined {
  const before = issues.length
  if (!checkRecord(value, path, issues)) return undefined
  checkChoice(ownValue(value, 'method'), METHODS, [...path, 'method'], issues)
  const lists = [...COUNTS, ...SHARES].map((name) => ownValue(value, name))
  const length = Array.isArray(lists[0]) ? lists[0].length : 0
  for (const [place, name] of [...COUNTS, ...SHARES].entries()) {
    const list = lists[place]
    if (!checkList(list, [...path, name], issues)) continue
    if (list.length !== length) issues.push(createIssue('wrong-length', [...path, name], { expected: length, actual: list.length }))
    else if (place < COUNTS.length) checkCounts(list, [...path, name], issues)
    else checkShares(list, [...path, name], issues)
  }
  const throughDays = ownValue(value, 'throughDays')
  // Where deals were decided, some were watched for as long at least.
  const last = Array.isArray(lists[0]) ? (lists[0].at(-1) as unknown) : undefined
  const minimum = Number.isSafeInteger(last) ? Math.max(0, last as number) : 0
  if (throughDays !== null || length > 0) checkInteger(throughDays, [...path, 'throughDays'], issues, { minimum })
  if (issues.length > before) return undefined
  const [times, atRisk, won, open] = lists as [number[], number[], number[], number[]]
  checkAscending(times, [...path, 'times'], issues)
  return issues.length > before ? undefined : { times, atRisk, won, open, throughDays: throughDays as number | null }
}

/** A path is only made where something is wrong: a curve may be long, and read once a deal. */
function checkCounts(list: readonly unknown[], path: Path, issues: Issue[]): void {
  for (let index = 0; index < list.length; index += 1) {
    const value = list[index]
    if (!Number.isSafeInteger(value) || (value as number) < 0) checkInteger(value, [...path, index], issues, { minimum: 0 })
  }
}

function checkShares(list: readonly unknown[], path: Path, issues: Issue[]): void {
  for (let index = 0; index < list.length; index += 1) {
    const value = list[index]
    if (typeof value === 'number' && value >= 0 && value <= 1) continue
    const before = issues.length
    checkShare(value, [...path, index], issues)
    if (issues.length === before) issues.push(createIssue('too-large', [...path, index], { maximum: '1', actual: String(value) }))
  }
}

function checkAscending(times: readonly number[], path: Path, issues: Issue[]): void {
  for (let index = 1; index < times.length; index += 1) {
    const [earlier, time] = [times[index - 1] as number, times[index] as number]
    if (time <= earlier) issues.push(createIssue('not-above', [...path, index], { bound: String(earlier), actual: String(time) }))
  }
}
