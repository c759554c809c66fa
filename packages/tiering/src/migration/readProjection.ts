import type { Issue, Path } from '@clientele/core'
import { checkList, createIssue } from '@clientele/core/checks'
import {
  type AlignedQuantities,
  alignQuantities,
  type Quantity,
  type QuantityBounds,
  quantityOf,
  quantityText,
  readQuantity,
  unitsAt,
} from '../numbers/quantity.js'
import { MOST_TIERS } from '../tiers/mostTiers.js'
import { reachableFrom } from './reachableFrom.js'

/** How many customers are in each tier, and where they go, checked and read: in units of one scale each. */
export interface ReadProjection {
  readonly counts: AlignedQuantities
  readonly rates: { readonly units: readonly (readonly bigint[])[]; readonly digits: number }
}

/** What the members of a list may be, and how many there are where that is known. */
interface ListBounds extends QuantityBounds {
  readonly places?: number
  readonly length?: number | undefined
}

// Of rates, for the work rises with their digits.
const RATE: ListBounds = { minimum: '0', maximum: '1', places: 100 }

/** How far a row's sum may be from 1: what rounding the rates costs. */
const TOLERANCE = quantityOf('0.000000001')

/** Checks and reads counts and rates, or adds issues and returns undefined. */
export function readProjection(counts: unknown, rates: unknown, path: Path, issues: Issue[]): ReadProjection | undefined {
  const before = issues.length
  const countsRead = readQuantities(counts, [...path, 'counts'], issues, { minimum: '0' })
  const size = Array.isArray(counts) ? counts.length : undefined
  const ratesRead = readRates(rates, [...path, 'rates'], size, issues)
  if (issues.length > before) return undefined
  const aligned = alignQuantities(ratesRead.flat())
  const units = ratesRead.map((row) => row.map((rate) => unitsAt(rate, aligned.digits)))
  const read = { counts: alignQuantities(countsRead), rates: { units, digits: aligned.digits } }
  checkSums(read, [...path, 'rates'], issues)
  return issues.length > before ? undefined : read
}

/** Reads a list of decimals, of so many where that is known; what is wrong with it becomes issues. */
export function readQuantities(value: unknown, path: Path, issues: Issue[], { length, ...bounds }: ListBounds = {}): Quantity[] {
  if (!checkList(value, path, issues, { filled: length === undefined })) return []
  if (length !== undefined && value.length !== length) {
    issues.push(createIssue('wrong-length', path, { expected: length, actual: value.length }))
    return []
  }
  if (value.length > MOST_TIERS) {
    issues.push(createIssue('too-many-parts', path, { maximum: MOST_TIERS }))
    return []
  }
  return Array.from(value, (one, index) => readOne(one, [...path, index], issues, bounds)).filter((one) => one !== undefined)
}

function readOne(value: unknown, path: Path, issues: Issue[], { places, ...bounds }: Omit<ListBounds, 'length'>): Quantity | undefined {
  const quantity = readQuantity(value, path, issues, bounds)
  if (places === undefined || quantity === undefined || quantity.digits <= places) return quantity
  issues.push(createIssue('too-many-decimal-places', path, { maximum: places, actual: quantityText(quantity) }))
  return undefined
}

function readRates(value: unknown, path: Path, size: number | undefined, issues: Issue[]): Quantity[][] {
  if (!checkList(value, path, issues, { filled: size === undefined })) return []
  if (size !== undefined && value.length !== size) {
    issues.push(createIssue('wrong-length', path, { expected: size, actual: value.length }))
    return []
  }
  if (value.length > MOST_TIERS) return []
  return Array.from(value, (row, index) => readQuantities(row, [...path, index], issues, { ...RATE, length: value.length }))
}

/** Each row adds up to 1, or to 0 where nobody is and nobody comes. */
function checkSums({ counts, rates }: ReadProjection, path: Path, issues: Issue[]): void {
  const digits = Math.max(rates.digits, TOLERANCE.digits)
  const reached = reachableFrom(
    [...counts.units.keys()].filter((tier) => counts.units[tier] !== 0n),
    rates.units,
  )
  for (const [index, row] of rates.units.entries()) {
    const sum = { units: row.reduce((total, rate) => total + rate, 0n), digits: rates.digits }
    if (sum.units === 0n && !reached.has(index)) continue
    const difference = unitsAt(sum, digits) - 10n ** BigInt(digits)
    const tolerance = unitsAt(TOLERANCE, digits)
    if (difference > tolerance || difference < -tolerance) {
      issues.push(createIssue('sum-differs', [...path, index], { expected: '1', actual: quantityText(sum) }))
    }
  }
}
