import type { Issue, Path } from '@clientele/core'
import { checkInteger, checkKeys, checkRecord, checkText, createIssue } from '@clientele/core/checks'
import { parseDay } from '@clientele/core/days'
import { quantityText, readQuantity } from '../numbers/quantity.js'
import { UNIT_DAYS } from '../purchases/ageUnits.js'
import type { AgeUnit } from '../purchases/types.js'
import { readNumber } from './readNumber.js'

/** What the models read of a customer: when purchases were made, and what they came to; 0 where that was not asked for. */
export interface ReadHistory {
  readonly customer: string | undefined
  readonly repeatPurchases: number
  readonly lastPurchaseAge: number
  readonly age: number
  readonly meanSpend: number
}

/** Which parts of a history are looked at. */
export interface HistoryParts {
  readonly times: boolean
  readonly spend: boolean
  /** In which unit ages must be, where the days of the first and the last purchase tell. */
  readonly unit?: AgeUnit | undefined
  /** Whether the customer must have a name. */
  readonly isNamed?: boolean
}

const KEYS = ['customer', 'repeatPurchases', 'lastPurchaseAge', 'age', 'meanSpend', 'repeatSpend', 'firstPurchase', 'lastPurchase']

/** Days in ten thousand years are fewer. */
export const GREATEST_AGE = 10_000_000
export const MOST_PURCHASES = 1_000_000_000
const GREATEST_SPEND = '1000000000000000'

/** Reads what is asked for of a customer, or adds issues, whose paths start at `path`, and returns undefined. What is not asked for is 0. */
export function readHistory(
  row: unknown,
  path: Path,
  { times, spend, unit, isNamed = false }: HistoryParts,
  issues: Issue[],
): ReadHistory | undefined {
  const before = issues.length
  if (!checkRecord(row, path, issues)) return undefined
  const { customer, repeatPurchases, lastPurchaseAge, age, meanSpend, ...others } = { ...row }
  checkKeys(others, KEYS, path, issues)
  if (isNamed || customer !== undefined) checkText(customer, [...path, 'customer'], issues)
  const isCounted = checkInteger(repeatPurchases, [...path, 'repeatPurchases'], issues, { minimum: 0, maximum: MOST_PURCHASES })
  const isOnce = isCounted && repeatPurchases === 0
  const ages = times ? readAges(lastPurchaseAge, age, isOnce, path, issues) : { lastPurchaseAge: 0, age: 0 }
  const mean = spend ? readMean(meanSpend, [...path, 'meanSpend'], issues) : 0
  if (unit !== undefined) checkUnit(others, ages.lastPurchaseAge, unit, path, issues)
  if (issues.length > before) return undefined
  return { customer: customer as string | undefined, repeatPurchases: (repeatPurchases as number) + 0, ...ages, meanSpend: mean }
}

function readAges(last: unknown, age: unknown, isOnce: boolean, path: Path, issues: Issue[]): { lastPurchaseAge: number; age: number } {
  const known = readNumber(age, [...path, 'age'], issues, { minimum: 0, maximum: GREATEST_AGE })
  const maximum = isOnce ? 0 : (known ?? GREATEST_AGE)
  return { lastPurchaseAge: readNumber(last, [...path, 'lastPurchaseAge'], issues, { minimum: 0, maximum }) ?? 0, age: known ?? 0 }
}

/** Ages may have been rounded, but not as far as days are from weeks. */
function checkUnit(
  { firstPurchase, lastPurchase }: { readonly [key: string]: unknown },
  age: number,
  unit: AgeUnit,
  path: Path,
  issues: Issue[],
): void {
  const expected = (parseDay(lastPurchase) - parseDay(firstPurchase)) / UNIT_DAYS[unit]
  if (age > expected * 2 || age < expected / 2) {
    issues.push(createIssue('outdated-input', [...path, 'lastPurchaseAge'], { expected: String(expected), actual: String(age) }))
  }
}

function readMean(value: unknown, path: Path, issues: Issue[]): number {
  const quantity = readQuantity(value, path, issues, { minimum: `-${GREATEST_SPEND}`, maximum: GREATEST_SPEND })
  return quantity === undefined ? 0 : Number(quantityText(quantity)) + 0
}
