import type { Issue, Path } from '@clientele/core'
import { checkChoice, checkKeys, checkRecord, createIssue } from '@clientele/core/checks'
import { Decimal, decimalText } from '@clientele/core/decimal'
import { checkAbove } from '../money/checkAbove.js'
import type { InstalmentShare, ShareBase } from './types.js'

/** A share of the amount, its decimal read. */
export type ReadShare =
  | { readonly type: 'percent'; readonly percent: Decimal; readonly of: ShareBase }
  | { readonly type: 'fixed'; readonly amount: Decimal }
  | { readonly type: 'rest' }

const keysByType: { readonly [Type in InstalmentShare['type']]: readonly string[] } = {
  percent: ['type', 'percent', 'of'],
  fixed: ['type', 'amount'],
  rest: ['type'],
}
const types = ['percent', 'fixed', 'rest'] as const
const bases: readonly ShareBase[] = ['total', 'remaining', 'after-fixed', 'net-of-tax']

/** Checks and reads a share, or adds issues and returns undefined. */
export function checkShare(value: unknown, path: Path, issues: Issue[]): ReadShare | undefined {
  if (!checkRecord(value, path, issues)) return undefined
  const { type, ...others } = { ...value }
  if (!checkChoice(type, types, [...path, 'type'], issues)) return undefined
  const before = issues.length
  checkKeys(others, keysByType[type], path, issues)
  const share = readShare(type, others, path, issues)
  return issues.length > before ? undefined : share
}

function readShare(type: InstalmentShare['type'], share: { readonly [key: string]: unknown }, path: Path, issues: Issue[]): ReadShare | undefined {
  if (type === 'rest') return { type }
  if (type === 'fixed') {
    const amount = checkAbove(share['amount'], '0', [...path, 'amount'], issues)
    return amount === undefined ? undefined : { type, amount }
  }
  const percent = checkPercent(share['percent'], [...path, 'percent'], issues)
  const { of } = share
  return checkChoice(of, bases, [...path, 'of'], issues) && percent !== undefined ? { type, percent, of } : undefined
}

function checkPercent(value: unknown, path: Path, issues: Issue[]): Decimal | undefined {
  const percent = checkAbove(value, '0', path, issues)
  if (percent?.gt(100) === true) issues.push(createIssue('too-large', path, { maximum: '100', actual: decimalText(percent) }))
  return percent
}

/**
 * Adds an issue where the lines would not take the whole of every amount: a rest that is not last, or percentages without one that are not 100.
 * A share that is wrong itself is undefined; then nothing is said of the sum.
 */
export function checkSharesTogether(shares: readonly (ReadShare | undefined)[], path: Path, issues: Issue[]): void {
  const last = shares.length - 1
  const rests = shares.flatMap((share, index) => (share?.type === 'rest' ? [index] : []))
  for (const index of rests) if (index < last) issues.push(createIssue('rest-not-last', [...path, index, 'share'], {}))
  const read = shares.filter((share) => share !== undefined)
  if (rests.length === 0 && last >= 0 && read.length === shares.length) checkWhole(read, [...path, last, 'share'], issues)
}

function checkWhole(shares: readonly ReadShare[], path: Path, issues: Issue[]): void {
  if (!isAllocated(shares)) {
    issues.push(createIssue('rest-missing', path, {}))
    return
  }
  const sum = shares.reduce((total, share) => (share.type === 'percent' ? total.plus(share.percent) : total), new Decimal(0))
  if (!sum.eq(100)) issues.push(createIssue('shares-not-whole', path, { actual: decimalText(sum) }))
}

/** Whether the percentages share something out between them: the total, or what fixed amounts leave of it. */
export function isAllocated(shares: readonly { readonly type: string; readonly of?: ShareBase }[]): boolean {
  const percents = shares.filter(({ type }) => type === 'percent')
  if (percents.length === 0 || shares.some(({ type }) => type === 'rest')) return false
  return percents.every(({ of }) => of === 'after-fixed') || (percents.length === shares.length && percents.every(({ of }) => of === 'total'))
}
