import type { Issue, Path } from '@clientele/core'
import { checkChoice, checkCurrency, checkKeys, checkList, checkRecord, checkUnique, createIssue } from '@clientele/core/checks'
import { type Decimal, decimalText } from '@clientele/core/decimal'
import { checkAbove } from '../money/checkAbove.js'
import { readFlag } from '../receivables/readFlag.js'
import type { ExposurePart } from './types.js'

/** Rates of exchange, checked and read. */
interface ReadConversion {
  /** Undefined where everything must be in the account's currency. */
  readonly to: string | undefined
  /** How much of `to` one unit of a currency is worth. */
  readonly rates: ReadonlyMap<string, Decimal>
}

/** How exposure is measured, checked and read. */
export interface ReadExposureRule extends ReadConversion {
  readonly counted: ReadonlySet<ExposurePart>
  readonly jointGuaranteesOnly: boolean
}

/** All parts, in the order in which they are shown. */
export const EXPOSURE_PARTS: readonly ExposurePart[] = ['receivables', 'deliveries', 'orders', 'deposits', 'guarantees']

/** Checks and reads how exposure is measured, or adds issues and returns undefined where it is no object. */
export function readExposureRule(value: unknown, path: Path, issues: Issue[]): ReadExposureRule | undefined {
  if (!checkRecord(value, path, issues)) return undefined
  const { count, convert, jointGuaranteesOnly, ...others } = { ...value }
  checkKeys(others, ['count', 'convert', 'jointGuaranteesOnly'], path, issues)
  const counted = readParts(count, [...path, 'count'], issues)
  const conversion = convert === undefined ? { to: undefined, rates: new Map() } : readConversion(convert, [...path, 'convert'], issues)
  return { counted, ...conversion, jointGuaranteesOnly: readFlag(jointGuaranteesOnly, [...path, 'jointGuaranteesOnly'], issues) }
}

function readParts(value: unknown, path: Path, issues: Issue[]): Set<ExposurePart> {
  if (!checkList(value, path, issues, { filled: true })) return new Set()
  const parts = Array.from(value, (part, index) => (checkChoice(part, EXPOSURE_PARTS, [...path, index], issues) ? part : undefined))
  checkUnique(parts, (index) => [...path, index], issues)
  return new Set(parts.filter((part) => part !== undefined))
}

function readConversion(value: unknown, path: Path, issues: Issue[]): ReadConversion {
  const rates = new Map<string, Decimal>()
  if (!checkRecord(value, path, issues)) return { to: undefined, rates }
  const { to, rates: given, ...others } = { ...value }
  checkKeys(others, ['to', 'rates'], path, issues)
  checkCurrency(to, [...path, 'to'], issues)
  if (checkRecord(given, [...path, 'rates'], issues)) {
    for (const [currency, rate] of Object.entries(given)) {
      const place = [...path, 'rates', currency]
      const isKnown = checkCurrency(currency, place, issues) !== undefined
      const read = rate === undefined ? undefined : checkAbove(rate, '0', place, issues)
      if (!isKnown || read === undefined) continue
      rates.set(currency, read)
      if (currency === to && !read.eq(1)) issues.push(createIssue('not-allowed', place, { allowed: ['1'], actual: decimalText(read) }))
    }
  }
  return { to: to as string, rates }
}
