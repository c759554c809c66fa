import { isRecord, ownValue } from '@clientele/core/checks'
import { type Lane, nearestUnits, readShortDecimal } from '@clientele/core/decimal'
import type { PreparedCriterion, PreparedScorecard } from '../scorecard/prepared.js'

/** Rows as the quick loop reads them; it takes nothing for granted and leaves what it does not expect to {@link addRatings}. */
interface Row {
  readonly id: unknown
  readonly ratings: { readonly [criterion: string]: number }
}

const CANDIDATE_KEYS = 2

/** Adds five ratings of each row to the totals; returns the first row that is not as plain as most rows are, or `end`. */
export function addFiveRatings(
  lanes: readonly Lane[],
  ids: readonly string[],
  checksShape: boolean,
  rows: readonly unknown[],
  start: number,
  end: number,
  totals: Float64Array,
): number {
  const [a, b, c, d, e] = lanes as [Lane, Lane, Lane, Lane, Lane]
  const [idA, idB, idC, idD, idE] = lanes.map(({ index }) => ids[index]) as [string, string, string, string, string]
  const { scale: scaleA, low: lowA, high: highA, coefficient: coefficientA } = a
  const { scale: scaleB, low: lowB, high: highB, coefficient: coefficientB } = b
  const { scale: scaleC, low: lowC, high: highC, coefficient: coefficientC } = c
  const { scale: scaleD, low: lowD, high: highD, coefficient: coefficientD } = d
  const { scale: scaleE, low: lowE, high: highE, coefficient: coefficientE } = e
  const knownKeys = CANDIDATE_KEYS + ids.length
  for (let index = start; index < end; index++) {
    const row = rows[index] as Row
    if (typeof row !== 'object' || row === null) return index
    const { ratings } = row
    if (typeof ratings !== 'object' || ratings === null) return index
    const valueA = ratings[idA]
    const valueB = ratings[idB]
    const valueC = ratings[idC]
    const valueD = ratings[idD]
    const valueE = ratings[idE]
    if (
      typeof valueA !== 'number' ||
      typeof valueB !== 'number' ||
      typeof valueC !== 'number' ||
      typeof valueD !== 'number' ||
      typeof valueE !== 'number'
    )
      return index
    // Here the compiler knows the objects' shapes from the loads above: checking them earlier takes longer.
    if (Object.getPrototypeOf(row) !== Object.prototype || Object.getPrototypeOf(ratings) !== Object.prototype) return index
    if (checksShape) {
      let keys = 0
      for (const _ in row) keys++
      for (const _ in ratings) keys++
      if (keys !== knownKeys || typeof row.id !== 'string' || row.id === '') return index
    }
    const unitsA = nearestUnits(valueA, scaleA)
    const unitsB = nearestUnits(valueB, scaleB)
    const unitsC = nearestUnits(valueC, scaleC)
    const unitsD = nearestUnits(valueD, scaleD)
    const unitsE = nearestUnits(valueE, scaleE)
    if (unitsA / scaleA !== valueA || !(unitsA >= lowA && unitsA <= highA)) return index
    if (unitsB / scaleB !== valueB || !(unitsB >= lowB && unitsB <= highB)) return index
    if (unitsC / scaleC !== valueC || !(unitsC >= lowC && unitsC <= highC)) return index
    if (unitsD / scaleD !== valueD || !(unitsD >= lowD && unitsD <= highD)) return index
    if (unitsE / scaleE !== valueE || !(unitsE >= lowE && unitsE <= highE)) return index
    totals[index] =
      (totals[index] as number) +
      coefficientA * unitsA +
      coefficientB * unitsB +
      coefficientC * unitsC +
      coefficientD * unitsD +
      coefficientE * unitsE
  }
  return end
}

/** Adds some ratings of one row, read with care; returns whether every one fits its lane. */
export function addRatings(
  lanes: readonly Lane[],
  { criteria }: PreparedScorecard,
  valueAt: (term: number, row: number) => unknown,
  row: number,
  totals: Float64Array,
): boolean {
  let sum = 0
  for (const lane of lanes) {
    const { substitute } = criteria[lane.index] as PreparedCriterion
    const value = valueAt(lane.index, row)
    const isMissing = value === undefined && substitute !== undefined
    const units = isMissing ? nearestUnits(substitute.toNumber(), lane.scale) : unitsOf(value, lane)
    if (Number.isNaN(units)) return false
    sum += lane.coefficient * units
  }
  totals[row] = (totals[row] as number) + sum
  return true
}

/** The units of a value, or NaN where it does not fit the lane. */
function unitsOf(value: unknown, { scale, low, high, step }: Lane): number {
  const number = typeof value === 'number' ? value : readShortDecimal(value)
  const units = nearestUnits(number, scale)
  if (units / scale !== number || !(units >= low && units <= high)) return Number.NaN
  return nearestUnits((units - low) / step, 1) * step === units - low ? units : Number.NaN
}

/** Whether a candidate has an id, ratings, and no key that is not known. */
export function hasKnownShape(candidate: unknown, { positions }: PreparedScorecard): boolean {
  if (!isRecord(candidate)) return false
  const id = ownValue(candidate, 'id')
  const ratings = ownValue(candidate, 'ratings')
  if (typeof id !== 'string' || id === '' || !isRecord(ratings)) return false
  return Object.keys(candidate).length === CANDIDATE_KEYS && Object.keys(ratings).every((key) => positions.has(key))
}
