import { Decimal } from './Decimal.js'
import { decimalPlacesOf, POWERS_OF_TEN } from './units.js'

/** One weighted quantity of a sum: what it may be, and what it counts. */
export interface WeightedTerm {
  /** 0 or more. */
  readonly weight: Decimal
  /** The least value, inclusive. */
  readonly minimum: Decimal
  /** The greatest value, inclusive. */
  readonly maximum: Decimal
  /** If given, a value is the minimum plus a whole number of steps. */
  readonly step?: Decimal
  /** What stands in for a missing value; within the bounds, but not necessarily on the step. */
  readonly substitute?: Decimal
  /** Whether a value counts as minimum + maximum − value. */
  readonly reversed: boolean
}

/** How the values of one term become integers: a value of `n / scale` counts `coefficient × n` units of the total. */
export interface Lane {
  /** Which term it belongs to. */
  readonly index: number
  /** The decimal places that its values may have at this scale. */
  digits: number
  scale: number
  /** The least and the greatest value, in units of the scale. */
  low: number
  high: number
  /** The step, in units of the scale; 1 where every unit is allowed. */
  step: number
  coefficient: number
}

// 1.5 × 2⁵²: adding and taking it away again rounds any |x| < 2⁵¹ to the nearest integer.
const ROUND_TO_INTEGER = 6755399441055744

// Below it a decimal of the scale is the shortest one that prints its float64 (15 digits), and the rounding above holds.
const GREATEST_UNITS = 1e15

/** The units that a value is nearest to; exactly its units if dividing by the scale gives the value back. */
export function nearestUnits(value: number, scale: number): number {
  return value * scale + ROUND_TO_INTEGER - ROUND_TO_INTEGER
}

/** A lane at the scale that the term's own bounds, step and substitute ask for, or undefined where no scale can be proven exact. */
export function createLane(term: WeightedTerm, index: number): Lane | undefined {
  const values = [term.minimum, term.maximum, term.step, term.substitute]
  const digits = Math.max(...values.map((value) => value?.decimalPlaces() ?? 0))
  const lane = { index, digits: -1, scale: 1, low: 0, high: 0, step: 1, coefficient: 0 }
  return setScale(lane, term, digits) ? lane : undefined
}

/** Gives a lane the scale of so many decimal places, or returns false where that scale cannot be proven exact. */
export function setScale(lane: Lane, term: WeightedTerm, digits: number): boolean {
  const scale = POWERS_OF_TEN[digits]
  if (scale === undefined) return false
  const greatest = Decimal.max(term.minimum.abs(), term.maximum.abs()).times(scale)
  const step = term.step === undefined ? 1 : term.step.times(scale).toNumber()
  if (greatest.gte(GREATEST_UNITS) || step >= GREATEST_UNITS) return false
  const low = term.minimum.times(scale).toNumber()
  const substitute = term.substitute?.times(scale).toNumber() ?? low
  const common = [scale, low, substitute].every((units) => units % step === 0) ? step : 1
  lane.digits = digits
  lane.scale = scale / common
  lane.low = low / common + 0
  lane.high = Math.floor(term.maximum.times(scale).toNumber() / common) + 0
  lane.step = step / common
  return true
}

/** The decimal places a lane needs for a value it would otherwise take, or undefined where a wider scale is no help. */
export function widerDigits(lane: Lane, term: WeightedTerm, value: unknown): number | undefined {
  if (typeof value !== 'number' || term.step !== undefined) return undefined
  const digits = decimalPlacesOf(value)
  return digits > lane.digits && term.minimum.lte(value) && term.maximum.gte(value) ? digits : undefined
}

/** Adds five lanes of columns to the totals; returns the first row that does not fit, or `end`. Their steps are one unit. */
export function addFiveColumns(lanes: readonly Lane[], columns: readonly Float64Array[], start: number, end: number, totals: Float64Array): number {
  const [a, b, c, d, e] = lanes as [Lane, Lane, Lane, Lane, Lane]
  const [columnA, columnB, columnC, columnD, columnE] = columns as [Float64Array, Float64Array, Float64Array, Float64Array, Float64Array]
  const { scale: scaleA, low: lowA, high: highA, coefficient: coefficientA } = a
  const { scale: scaleB, low: lowB, high: highB, coefficient: coefficientB } = b
  const { scale: scaleC, low: lowC, high: highC, coefficient: coefficientC } = c
  const { scale: scaleD, low: lowD, high: highD, coefficient: coefficientD } = d
  const { scale: scaleE, low: lowE, high: highE, coefficient: coefficientE } = e
  for (let row = start; row < end; row++) {
    const valueA = columnA[row] as number
    const valueB = columnB[row] as number
    const valueC = columnC[row] as number
    const valueD = columnD[row] as number
    const valueE = columnE[row] as number
    const unitsA = nearestUnits(valueA, scaleA)
    const unitsB = nearestUnits(valueB, scaleB)
    const unitsC = nearestUnits(valueC, scaleC)
    const unitsD = nearestUnits(valueD, scaleD)
    const unitsE = nearestUnits(valueE, scaleE)
    if (unitsA / scaleA !== valueA || !(unitsA >= lowA && unitsA <= highA)) return row
    if (unitsB / scaleB !== valueB || !(unitsB >= lowB && unitsB <= highB)) return row
    if (unitsC / scaleC !== valueC || !(unitsC >= lowC && unitsC <= highC)) return row
    if (unitsD / scaleD !== valueD || !(unitsD >= lowD && unitsD <= highD)) return row
    if (unitsE / scaleE !== valueE || !(unitsE >= lowE && unitsE <= highE)) return row
    totals[row] =
      (totals[row] as number) + coefficientA * unitsA + coefficientB * unitsB + coefficientC * unitsC + coefficientD * unitsD + coefficientE * unitsE
  }
  return end
}

/** Adds one lane of a column to the totals; returns the first row that does not fit, or `end`. */
export function addOneColumn(lane: Lane, column: Float64Array, start: number, end: number, totals: Float64Array): number {
  const { scale, low, high, step, coefficient } = lane
  for (let row = start; row < end; row++) {
    const value = column[row] as number
    const units = nearestUnits(value, scale)
    if (units / scale !== value || !(units >= low && units <= high)) return row
    if (nearestUnits((units - low) / step, 1) * step !== units - low) return row
    totals[row] = (totals[row] as number) + coefficient * units
  }
  return end
}
