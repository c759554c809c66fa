import type { Issue, Path } from '@clientele/core'
import { checkKeys, checkRecord, ownValue } from '@clientele/core/checks'
import type { Decimal } from '@clientele/core/decimal'
import { readFactor } from './readFactor.js'
import type { SalesFactors } from './types.js'

/** What sales come of, read. */
export type ReadSalesFactors = { readonly [Factor in keyof SalesFactors]: Decimal }

/** The factors of sales, in the order in which they are multiplied. */
export const SALES_FACTORS = ['deals', 'winRate', 'averageValue', 'cycleDays'] as const

/** Reads what sales come of, or adds issues and returns undefined. */
export function readSalesFactors(value: unknown, path: Path, issues: Issue[]): ReadSalesFactors | undefined {
  if (!checkRecord(value, path, issues)) return undefined
  const before = issues.length
  checkKeys(value, SALES_FACTORS, path, issues)
  const read = SALES_FACTORS.map((factor) => [factor, readFactor(factor, ownValue(value, factor), [...path, factor], issues)])
  return issues.length > before ? undefined : (Object.fromEntries(read) as ReadSalesFactors)
}
