import type { DecimalColumn } from '../types.js'
import { Decimal } from './Decimal.js'
import { createLane, type Lane, setScale, type WeightedTerm, widerDigits } from './lanes.js'
import { EXACT_INTEGER_LIMIT, POWERS_OF_TEN } from './units.js'

/** Rows that are worked on together, so that their totals stay in the processor's nearest cache. */
const BLOCK = 2048

/** How many lanes are added in one pass. */
export const LANES_AT_ONCE = 5

/** Many rows of values to weigh. */
export interface WeightedInput {
  readonly length: number
  /** Adds the lanes (five, or one) to the totals from `start`; returns the first row before `end` that does not fit its lanes, or `end`. */
  readonly add: (lanes: readonly Lane[], start: number, end: number, totals: Float64Array) => number
  readonly valueAt: (term: number, row: number) => unknown
  /** The exact total of a row that the lanes do not fit, or undefined where the row is bad input, and was reported. */
  readonly settle: (row: number) => Decimal | undefined
}

/** What weighing gives: the totals, NaN at every row without one, and the rows whose exact total no column can hold. */
export interface WeightedTotals {
  readonly totals: DecimalColumn
  readonly inexact: readonly { readonly row: number; readonly total: Decimal }[]
}

/** A weighted sum, made ready for many rows. */
export interface CompiledWeightedSum {
  /** The most decimal places that totals can have while 53 bits hold the greatest of them. */
  readonly maximumDigits: number
  readonly weigh: (input: WeightedInput) => WeightedTotals
}

/** A run over many rows: the lanes' scales, the totals so far and their decimal places change together. */
interface Run {
  readonly terms: readonly WeightedTerm[]
  readonly input: WeightedInput
  readonly room: number
  readonly lanes: readonly Lane[]
  readonly totals: Float64Array
  /** The decimal places of the totals. */
  digits: number
  /** What the reversed terms' minimum + maximum count together. */
  base: number
  readonly settled: { readonly row: number; readonly total: Decimal | undefined }[]
}

/**
 * Makes a weighted sum ready for many rows: integers wherever the terms' bounds prove them exact, decimal arithmetic where they do not.
 *
 * Every value is checked to be exactly so many units of its lane's scale; a finer value widens the lane. Weights times greatest
 * values add up to at most 2⁵³ units, so every partial sum is an exact integer, whatever the order of rows.
 */
export function compileWeightedSum(terms: readonly WeightedTerm[]): CompiledWeightedSum {
  const room = digitsThatFit(terms)
  const maximumDigits = Math.max(0, room)
  return {
    maximumDigits,
    weigh(input) {
      const run: Run = {
        terms,
        input,
        room,
        lanes: createLanes(terms, room),
        totals: new Float64Array(input.length),
        digits: 0,
        base: 0,
        settled: [],
      }
      setDigits(run, digitsOfLanes(run), 0)
      if (run.lanes.length < terms.length) settleAll(run)
      else addAll(run)
      return finish(run, maximumDigits)
    },
  }
}

/** The greatest d for which every partial sum times 10^d stays within 2⁵³; negative where there is none. */
function digitsThatFit(terms: readonly WeightedTerm[]): number {
  const bound = terms.reduce((sum, { weight, minimum, maximum, reversed }) => {
    const greatest = Decimal.max(minimum.abs(), maximum.abs(), reversed ? minimum.plus(maximum).abs() : 0)
    return sum.plus(weight.times(greatest))
  }, new Decimal(0))
  let digits = POWERS_OF_TEN.length - 1
  while (digits >= 0 && bound.times(POWERS_OF_TEN[digits] as number).gt(EXACT_INTEGER_LIMIT)) digits--
  return digits
}

/** A lane for every term, or none at all where one of them could not be exact. */
function createLanes(terms: readonly WeightedTerm[], room: number): Lane[] {
  const lanes = terms.flatMap((term, index) => createLane(term, index) ?? [])
  const exact = lanes.length === terms.length && lanes.every((lane) => digitsOfLane(terms, lane.index, lane.digits) <= room)
  return exact ? lanes : []
}

function digitsOfLane(terms: readonly WeightedTerm[], index: number, digits: number): number {
  return (terms[index] as WeightedTerm).weight.decimalPlaces() + digits
}

function digitsOfLanes({ terms, lanes }: Run): number {
  return lanes.reduce((most, lane) => Math.max(most, digitsOfLane(terms, lane.index, lane.digits)), 0)
}

/** Gives the totals so many decimal places: the first `filled` of them are carried over, the lanes count in the new unit. */
function setDigits(run: Run, digits: number, filled: number): void {
  const factor = POWERS_OF_TEN[digits - run.digits] as number
  if (factor !== 1) for (let row = 0; row < filled; row++) run.totals[row] = (run.totals[row] as number) * factor
  run.digits = digits
  let base = new Decimal(0)
  for (const lane of run.lanes) {
    const { weight, minimum, maximum, reversed } = run.terms[lane.index] as WeightedTerm
    const unit = weight.times(POWERS_OF_TEN[digits] as number)
    lane.coefficient = (reversed ? unit.neg() : unit).div(lane.scale).toNumber()
    if (reversed) base = base.plus(unit.times(minimum.plus(maximum)))
  }
  run.base = base.toNumber()
}

function settleAll(run: Run): void {
  for (let row = 0; row < run.input.length; row++) settleRow(run, row)
}

function settleRow(run: Run, row: number): void {
  run.settled.push({ row, total: run.input.settle(row) })
}

function addAll(run: Run): void {
  const groups = groupLanes(run.lanes)
  for (let start = 0; start < run.input.length; start += BLOCK) {
    const end = Math.min(start + BLOCK, run.input.length)
    run.totals.fill(run.base, start, end)
    const misfits = new Set<number>()
    for (const group of groups) addGroup(run, group, start, end, misfits)
    for (const row of misfits) settleRow(run, row)
  }
}

/** Five lanes at a time where their steps are whole units, the others one by one. */
function groupLanes(lanes: readonly Lane[]): Lane[][] {
  const regular = lanes.filter((lane) => lane.step === 1)
  const fives = Math.floor(regular.length / LANES_AT_ONCE) * LANES_AT_ONCE
  const groups: Lane[][] = []
  for (let index = 0; index < fives; index += LANES_AT_ONCE) groups.push(regular.slice(index, index + LANES_AT_ONCE))
  const singles = [...regular.slice(fives), ...lanes.filter((lane) => lane.step !== 1)]
  return [...groups, ...singles.map((lane) => [lane])]
}

function addGroup(run: Run, group: readonly Lane[], start: number, end: number, misfits: Set<number>): void {
  let row = run.input.add(group, start, end, run.totals)
  while (row < end) {
    const fits = widen(run, group, row, end)
    if (!fits) misfits.add(row)
    row = run.input.add(group, fits ? row : row + 1, end, run.totals)
  }
}

/** Widens the lanes of which the row holds a finer value than they take, as far as the totals have room. */
function widen(run: Run, group: readonly Lane[], row: number, filled: number): boolean {
  let widened = false
  for (const lane of group) {
    const term = run.terms[lane.index] as WeightedTerm
    const digits = widerDigits(lane, term, run.input.valueAt(lane.index, row))
    if (digits === undefined || digitsOfLane(run.terms, lane.index, digits) > run.room) continue
    widened = setScale(lane, term, digits) || widened
  }
  if (widened) setDigits(run, Math.max(run.digits, digitsOfLanes(run)), filled)
  return widened
}

function finish(run: Run, maximumDigits: number): WeightedTotals {
  const limit = new Decimal(EXACT_INTEGER_LIMIT).div(POWERS_OF_TEN[maximumDigits] as number)
  const fits = (total: Decimal): boolean => total.decimalPlaces() <= maximumDigits && total.abs().lte(limit)
  const finest = run.settled.reduce(
    (most, { total }) => (total !== undefined && fits(total) ? Math.max(most, total.decimalPlaces()) : most),
    run.digits,
  )
  setDigits(run, finest, run.input.length)
  const inexact: { row: number; total: Decimal }[] = []
  for (const { row, total } of run.settled) {
    const exact = total !== undefined && fits(total)
    run.totals[row] = exact ? total.times(POWERS_OF_TEN[finest] as number).toNumber() + 0 : Number.NaN
    if (total !== undefined && !exact) inexact.push({ row, total })
  }
  return { totals: { values: run.totals, digits: finest }, inexact }
}
