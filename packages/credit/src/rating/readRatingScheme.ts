import type { Issue, Path, PolicyReference } from '@clientele/core'
import {
  checkChoice,
  checkDecimal,
  checkKeys,
  checkList,
  checkLocalizedText,
  checkMembers,
  checkPolicyHeader,
  checkRecord,
  policyKeys,
  policyReference,
} from '@clientele/core/checks'
import { Decimal, decimalText } from '@clientele/core/decimal'
import { checkAbove } from '../money/checkAbove.js'
import { checkFromOnce, type FromValue, readFrom, sortByFrom } from './fromValues.js'
import { type ReadCreditGrade, readGrades, readPercent, type ScoreFraction } from './readGrades.js'
import type { CreditRatingScheme } from './types.js'

/** Points from a value on, checked and read. */
export interface ReadBand extends FromValue {
  readonly points: Decimal
}

/** A fact that is rated, checked and read. */
export interface ReadFactor {
  readonly id: string
  readonly weight: Decimal
  /** The lowest first. */
  readonly bands: readonly ReadBand[]
  readonly maximum: Decimal | undefined
  readonly unknownPoints: Decimal | undefined
}

/** A rating scheme, checked and read. */
export interface ReadRatingScheme {
  readonly factors: readonly ReadFactor[]
  readonly totalWeight: Decimal
  /** What gives the score of weighted points: the total weight for an average, 1 for a sum. */
  readonly divisor: Decimal
  /** The worst first. */
  readonly grades: readonly ReadCreditGrade[]
  readonly maximumPercent: Decimal
  readonly policy: PolicyReference
}

type Unread = { readonly [key: string]: unknown }

const KEYS = [...policyKeys, 'title', 'factors', 'score', 'grades', 'standard']
const FACTOR_KEYS = ['id', 'title', 'weight', 'bands', 'maximum', 'unknownPoints']
const SCORES = ['weighted-average', 'weighted-sum'] as const

/** Checks and reads a rating scheme, or adds issues and returns undefined. */
export function readRatingScheme(value: unknown, path: Path, issues: Issue[]): ReadRatingScheme | undefined {
  const before = issues.length
  if (!checkRecord(value, path, issues)) return undefined
  const scheme: Unread = { ...value }
  checkKeys(scheme, KEYS, path, issues)
  checkPolicyHeader(scheme, 'credit-rating', path, issues)
  const { title, score = 'weighted-average', standard } = scheme
  if (title !== undefined) checkLocalizedText(title, [...path, 'title'], issues)
  const isScore = checkChoice(score, SCORES, [...path, 'score'], issues)
  const factors = readFactors(scheme['factors'], [...path, 'factors'], issues)
  const totalWeight = sum((factors ?? []).map(({ weight }) => weight))
  const divisor = score === 'weighted-sum' ? new Decimal(1) : totalWeight
  const least = factors === undefined || !isScore ? undefined : { points: leastPoints(factors), divisor }
  const grades = readGrades(scheme['grades'], least, [...path, 'grades'], issues)
  const maximumPercent = readStandard(standard, [...path, 'standard'], issues)
  if (factors === undefined || maximumPercent === undefined || issues.length > before) return undefined
  return { factors, totalWeight, divisor, grades, maximumPercent, policy: policyReference(scheme as unknown as CreditRatingScheme) }
}

/** Adds up exactly. */
export function sum(values: readonly Decimal[]): Decimal {
  return values.reduce((total, value) => total.plus(value), new Decimal(0))
}

function readFactors(value: unknown, path: Path, issues: Issue[]): ReadFactor[] | undefined {
  const before = issues.length
  const factors: ReadFactor[] = []
  checkMembers(value, path, issues, (factor, place) => {
    const { id, title, maximum, unknownPoints } = factor
    checkKeys(factor, FACTOR_KEYS, place, issues)
    if (title !== undefined) checkLocalizedText(title, [...place, 'title'], issues)
    const weight = checkAbove(factor['weight'], '0', [...place, 'weight'], issues)
    const bands = readBands(factor['bands'], [...place, 'bands'], issues)
    const greatest = maximum === undefined ? undefined : readMaximum(maximum, bands, [...place, 'maximum'], issues)
    const unknown = unknownPoints === undefined ? undefined : checkDecimal(unknownPoints, [...place, 'unknownPoints'], issues)
    if (weight !== undefined) factors.push({ id: id as string, weight, bands, maximum: greatest, unknownPoints: unknown })
  })
  return issues.length > before ? undefined : factors
}

function readBands(value: unknown, path: Path, issues: Issue[]): ReadBand[] {
  if (!checkList(value, path, issues, { filled: true })) return []
  const bands: ReadBand[] = []
  const froms = Array.from(value, (band, index) => {
    const place = [...path, index]
    if (!checkRecord(band, place, issues)) return undefined
    const { from: lowest, points, ...others } = { ...band }
    checkKeys(others, ['from', 'points'], place, issues)
    const from = readFrom(lowest, [...place, 'from'], issues)
    const read = checkDecimal(points, [...place, 'points'], issues)
    if (from !== undefined && read !== undefined) bands.push({ from, points: read })
    return from
  })
  checkFromOnce(froms, path, issues)
  return sortByFrom(bands)
}

/** Reads the greatest value of a fact, at least the one from which the highest band holds. */
function readMaximum(value: unknown, bands: readonly ReadBand[], path: Path, issues: Issue[]): Decimal | undefined {
  const from = bands.at(-1)?.from ?? undefined
  return checkDecimal(value, path, issues, from === undefined ? {} : { minimum: decimalText(from) })
}

/** The least weighted points that any facts can give. */
function leastPoints(factors: readonly ReadFactor[]): ScoreFraction['points'] {
  return sum(
    factors.map(({ weight, bands, unknownPoints }) => {
      const points = [...bands.map((band) => band.points), ...(unknownPoints === undefined ? [] : [unknownPoints])]
      return weight.times(points.reduce((least, one) => (one.lt(least) ? one : least)))
    }),
  )
}

function readStandard(value: unknown, path: Path, issues: Issue[]): Decimal | undefined {
  if (!checkRecord(value, path, issues)) return undefined
  const { maximumBadDebtPercent, ...others } = { ...value }
  checkKeys(others, ['maximumBadDebtPercent'], path, issues)
  return readPercent(maximumBadDebtPercent, [...path, 'maximumBadDebtPercent'], issues)
}
