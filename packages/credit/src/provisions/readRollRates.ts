import type { Issue, Path } from '@clientele/core'
import { checkDecimal, checkKeys, checkList, checkRecord, checkText, checkUnique, createIssue } from '@clientele/core/checks'
import type { Decimal } from '@clientele/core/decimal'
import { checkAbove } from '../money/checkAbove.js'
import { checkAtMost } from '../money/checkAtMost.js'

/** How much of the sales reached each bucket, and what was lost of it, checked and read. */
export interface ReadRollRates {
  readonly reached: readonly { readonly bucket: string; readonly amount: Decimal }[]
  readonly lost: Decimal
}

const KEYS = ['sales', 'openAfter', 'lost', 'buckets']
const DAYS_OF_BUCKET = 30

/** Checks and reads sales and what became of them, or adds issues and returns undefined. */
export function readRollRates(value: unknown, path: Path, issues: Issue[]): ReadRollRates | undefined {
  const before = issues.length
  if (!checkRecord(value, path, issues)) return undefined
  const { sales, openAfter, lost, buckets, ...others } = { ...value }
  checkKeys(others, KEYS, path, issues)
  const amounts = readReached(sales, openAfter, path, issues)
  const readLost = checkDecimal(lost, [...path, 'lost'], issues, { minimum: '0' })
  checkAtMost(readLost, amounts.at(-1), [...path, 'lost'], issues)
  if (buckets !== undefined) checkBuckets(buckets, Array.isArray(openAfter) ? amounts.length : undefined, [...path, 'buckets'], issues)
  if (issues.length > before) return undefined
  const names = buckets === undefined ? usualBuckets(amounts.length) : (buckets as readonly string[])
  return { reached: names.map((bucket, index) => ({ bucket, amount: amounts[index] as Decimal })), lost: readLost as Decimal }
}

/** The sales, which reach the first bucket, and what was still open after each; none is above one before. */
function readReached(sales: unknown, openAfter: unknown, path: Path, issues: Issue[]): (Decimal | undefined)[] {
  const sold = checkAbove(sales, '0', [...path, 'sales'], issues)
  if (!checkList(openAfter, [...path, 'openAfter'], issues, { filled: true })) return [sold]
  let least = sold
  const open = Array.from(openAfter, (one, index) => {
    const place = [...path, 'openAfter', index]
    const amount = checkAbove(one, '0', place, issues)
    checkAtMost(amount, least, place, issues)
    if (least === undefined || amount?.lt(least)) least = amount
    return amount
  })
  return [sold, ...open]
}

function checkBuckets(value: unknown, expected: number | undefined, path: Path, issues: Issue[]): void {
  if (!checkList(value, path, issues)) return
  if (expected !== undefined && value.length !== expected) issues.push(createIssue('wrong-length', path, { expected, actual: value.length }))
  const names = Array.from(value, (name, index) => (checkText(name, [...path, index], issues) ? name : undefined))
  checkUnique(names, (index) => [...path, index], issues)
}

/** The ids of so many buckets, 2 or more, of 30 days each. */
function usualBuckets(count: number): string[] {
  const ages = Array.from({ length: count - 2 }, (_, index) => `${index * DAYS_OF_BUCKET + 1}-${(index + 1) * DAYS_OF_BUCKET}`)
  return ['not-due', ...ages, `over-${ages.length * DAYS_OF_BUCKET}`]
}
