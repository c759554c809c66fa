import type { Issue, Path } from '@clientele/core'
import { checkKeys, checkRecord, createIssue, ownValue } from '@clientele/core/checks'
import { Decimal, decimalText, ratio } from '@clientele/core/decimal'
import { readFactor } from '../velocity/readFactor.js'
import { SALES_FACTORS } from '../velocity/readSalesFactors.js'
import type { SalesFactors } from '../velocity/types.js'
import { convertedOf } from './groupChanges.js'
import { enteredOf } from './rateTerms.js'
import { readGroupConversions } from './readGroupConversions.js'
import type { GroupConversion } from './types.js'

/** What sales came of, read. Without groups, `deals` and `winRate` are there; without `averageValue`, only groups are. */
export interface ReadSalesPeriod {
  readonly factors: { readonly [Factor in keyof SalesFactors]?: Decimal }
  readonly groups: readonly GroupConversion[] | null
}

/** The sales of two periods, of one form. */
export interface ReadSalesChange {
  readonly before: ReadSalesPeriod
  readonly after: ReadSalesPeriod
}

const SIDES = ['before', 'after'] as const

/** Reads the sales of two periods, or adds issues and returns undefined. */
export function readSalesChange(value: unknown, issues: Issue[]): ReadSalesChange | undefined {
  if (!checkRecord(value, ['change'], issues)) return undefined
  const known = issues.length
  checkKeys(value, SIDES, [], issues)
  const [before, after] = SIDES.map((side) => readSalesPeriod(ownValue(value, side), [side], issues))
  if (before === undefined || after === undefined) return undefined
  checkSameForm(before, after, issues)
  return issues.length > known ? undefined : { before, after }
}

/** Adds an issue where one period lacks what the other has and both would need. */
function checkSameForm(before: ReadSalesPeriod, after: ReadSalesPeriod, issues: Issue[]): void {
  const lacking = (lacks: (period: ReadSalesPeriod) => boolean): string | null =>
    lacks(before) === lacks(after) ? null : lacks(before) ? 'before' : 'after'
  const withoutGroups = lacking(({ groups }) => groups === null)
  const withoutValue = lacking(({ factors }) => factors.averageValue === undefined)
  if (withoutGroups !== null) issues.push(createIssue('missing', [withoutGroups, 'groups'], {}))
  else if (withoutValue !== null) issues.push(createIssue('missing', [withoutValue, 'averageValue'], {}))
}

/** Reads the sales of a period, or adds issues and returns undefined. */
export function readSalesPeriod(value: unknown, path: Path, issues: Issue[]): ReadSalesPeriod | undefined {
  if (!checkRecord(value, path, issues)) return undefined
  const before = issues.length
  checkKeys(value, [...SALES_FACTORS, 'groups'], path, issues)
  const given = ownValue(value, 'groups')
  const stated = SALES_FACTORS.filter((factor) => ownValue(value, factor) !== undefined)
  const needed: readonly (keyof SalesFactors)[] = given === undefined ? SALES_FACTORS.slice(0, 3) : stated.length > 0 ? ['averageValue'] : []
  const factors: { -readonly [Factor in keyof SalesFactors]?: Decimal } = {}
  for (const factor of SALES_FACTORS) {
    if (!stated.includes(factor) && !needed.includes(factor)) continue
    const read = readFactor(factor, ownValue(value, factor), [...path, factor], issues)
    if (read !== undefined) factors[factor] = read
  }
  const groups = given === undefined ? null : readGroupConversions(given, [...path, 'groups'], issues)
  if (groups !== undefined && groups !== null) checkGroups(groups, factors, stated.length === 0, path, issues)
  return issues.length > before ? undefined : { factors, groups: groups ?? null }
}

/** Adds an issue where what is stated is not what the groups give. */
function checkGroups(
  groups: readonly GroupConversion[],
  { deals, winRate }: ReadSalesPeriod['factors'],
  isAlone: boolean,
  path: Path,
  issues: Issue[],
): void {
  const entered = new Decimal(enteredOf(groups).toString())
  if (entered.isZero() && isAlone) issues.push(createIssue('nothing-to-divide-by', [...path, 'groups'], {}))
  if (deals !== undefined && !deals.eq(entered)) {
    issues.push(createIssue('outdated-input', [...path, 'deals'], { expected: decimalText(entered), actual: decimalText(deals) }))
  }
  if (winRate === undefined) return
  const converted = convertedOf(groups)
  const exact = entered.isZero() ? new Decimal(0) : roundedQuotient(converted, entered, winRate.decimalPlaces())
  // Whoever divides numbers gets the nearest one, which is printed with digits of its own.
  if (winRate.eq(exact) || winRate.toNumber() === ratio(converted, entered)) return
  issues.push(createIssue('outdated-input', [...path, 'winRate'], { expected: decimalText(exact), actual: decimalText(winRate) }))
}

/** A quotient rounded half up, whatever its own digits. */
function roundedQuotient(dividend: Decimal, divisor: Decimal, places: number): Decimal {
  const scale = new Decimal(10).pow(places)
  const twice = dividend.times(scale).times(2).plus(divisor)
  return twice.divToInt(divisor.times(2)).div(scale)
}
