import { Decimal } from '@clientele/core/decimal'
import type { ReadCandidate } from '../rows/readCandidate.js'
import type { PreparedScorecard } from '../scorecard/prepared.js'

/** A candidate in integers: what each criterion counts, and the total. */
export interface ScaledCandidate {
  readonly id: string
  readonly counted: readonly bigint[]
  readonly total: bigint
}

/** Candidates and weights as integers, so that every difference and product is exact. */
export interface ScaledBook {
  /** From the highest total to the lowest; equal totals by id. */
  readonly candidates: readonly ScaledCandidate[]
  readonly weights: readonly bigint[]
  /** What a weight of 1 is as an integer: a power of ten. A total's unit is this times the unit of what is counted. */
  readonly weightUnit: bigint
  /** The total from which the scorecard selects, as an integer; undefined where it does not select by a total. */
  readonly selectedFrom: bigint | undefined
}

/** Scales candidates and weights to integers. */
export function scaleCandidates(rows: readonly ReadCandidate[], { criteria, select }: PreparedScorecard): ScaledBook {
  const weightDigits = mostDigits(criteria.map(({ weight }) => weight))
  const ratings = new Set(rows.flatMap((row) => row.ratings))
  const least = select?.type === 'at-least' ? new Decimal(select.total) : undefined
  const digits = mostDigits([...Array.from(ratings, ({ counted }) => counted), ...(least === undefined ? [] : [least])])
  const weights = criteria.map(({ weight }) => integerOf(weight, weightDigits))
  const scaled = new Map(Array.from(ratings, (rating) => [rating, integerOf(rating.counted, digits)]))
  const candidates = rows.map(({ id, ratings: own }) => {
    const counted = own.map((rating) => scaled.get(rating) as bigint)
    return { id, counted, total: counted.reduce((sum, value, index) => sum + value * (weights[index] as bigint), 0n) }
  })
  candidates.sort((a, b) => (a.total === b.total ? (a.id < b.id ? -1 : 1) : a.total > b.total ? -1 : 1))
  return {
    candidates,
    weights,
    weightUnit: 10n ** BigInt(weightDigits),
    selectedFrom: least === undefined ? undefined : integerOf(least, weightDigits + digits),
  }
}

function mostDigits(values: readonly Decimal[]): number {
  return values.reduce((most, value) => Math.max(most, value.decimalPlaces()), 0)
}

function integerOf(value: Decimal, digits: number): bigint {
  return BigInt(value.times(new Decimal(10).pow(digits)).toFixed(0))
}
