import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addFiveColumns,
  addOneColumn,
  compileWeightedSum,
  Decimal,
  decimalAt,
  decimalText,
  type WeightedTerm,
  type WeightedTotals,
} from '../decimal.js'

interface Plan {
  readonly weight: string
  readonly minimum: string
  readonly maximum: string
  readonly step?: string
  readonly reversed: boolean
}

const termOf = ({ weight, minimum, maximum, step, reversed }: Plan): WeightedTerm => ({
  weight: new Decimal(weight),
  minimum: new Decimal(minimum),
  maximum: new Decimal(maximum),
  ...(step === undefined ? {} : { step: new Decimal(step) }),
  reversed,
})

const valid = (term: WeightedTerm, value: number): boolean =>
  Number.isFinite(value) &&
  term.minimum.lte(value) &&
  term.maximum.gte(value) &&
  (term.step === undefined || new Decimal(value).minus(term.minimum).mod(term.step).isZero())

/** The total of a row in decimal arithmetic, or undefined where a value is not allowed. */
const totalOf = (terms: readonly WeightedTerm[], values: readonly number[]): Decimal | undefined =>
  terms.every((term, index) => valid(term, values[index] as number))
    ? terms.reduce(
        (sum, { weight, minimum, maximum, reversed }, index) =>
          sum.plus(weight.times(reversed ? minimum.plus(maximum).minus(values[index] as number) : (values[index] as number))),
        new Decimal(0),
      )
    : undefined

const weigh = (terms: readonly WeightedTerm[], columns: readonly Float64Array[]): WeightedTotals & { settled: number } => {
  let settled = 0
  const result = compileWeightedSum(terms).weigh({
    length: columns[0]?.length ?? 0,
    add: (lanes, start, end, totals) => {
      const own = lanes.map(({ index }) => columns[index] as Float64Array)
      const [lane] = lanes
      return lane !== undefined && lanes.length === 1
        ? addOneColumn(lane, own[0] as Float64Array, start, end, totals)
        : addFiveColumns(lanes, own, start, end, totals)
    },
    valueAt: (term, row) => columns[term]?.[row],
    settle: (row) => {
      settled++
      return totalOf(
        terms,
        columns.map((column) => column[row] as number),
      )
    },
  })
  return { ...result, settled }
}

const expectSame = (terms: readonly WeightedTerm[], columns: readonly Float64Array[]): WeightedTotals & { settled: number } => {
  const result = weigh(terms, columns)
  const inexact = new Map(result.inexact.map(({ row, total }) => [row, total]))
  const { maximumDigits } = compileWeightedSum(terms)
  expect(result.totals.digits).toBeLessThanOrEqual(maximumDigits)
  for (let row = 0; row < result.totals.values.length; row++) {
    const total = totalOf(
      terms,
      columns.map((column) => column[row] as number),
    )
    const value = result.totals.values[row] as number
    if (total === undefined) expect(value).toBeNaN()
    else if (Number.isNaN(value)) {
      expect(inexact.get(row)?.eq(total)).toBe(true)
      expect(
        total.decimalPlaces() > maximumDigits ||
          total
            .abs()
            .times(10 ** maximumDigits)
            .gt(2 ** 53),
      ).toBe(true)
    } else {
      expect(Number.isInteger(value) && !Object.is(value, -0)).toBe(true)
      expect(decimalAt(result.totals, row)).toBe(decimalText(total))
      expect(inexact.has(row)).toBe(false)
    }
  }
  return result
}

const columnsOf = (rows: readonly (readonly number[])[], count: number): Float64Array[] =>
  Array.from({ length: count }, (_, index) => Float64Array.from(rows, (row) => row[index] as number))

const plans = fc
  .record({
    weight: fc.constantFrom('0', '1', '5', '0.5', '0.1', '1.005', '33.333', '1e12', '0.000000000001', '123456789012345678901234567890'),
    scale: fc.constantFrom(
      ['1', '5'],
      ['1', '5', '1'],
      ['0', '10', '0.5'],
      ['0', '100', '10'],
      ['-5', '5', '0.25'],
      ['1', '9', '2'],
      ['0.1', '0.9', '0.2'],
      ['-1e14', '1e14'],
      ['0', '1e20'],
      ['3', '3'],
      ['-2.5', '7.25'],
    ),
    reversed: fc.boolean(),
  })
  .map(
    ({ weight, scale: [minimum = '0', maximum = '1', step], reversed }): Plan => ({
      weight,
      minimum,
      maximum,
      reversed,
      ...(step === undefined ? {} : { step }),
    }),
  )

const values = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 1, max: 5 }) },
  { weight: 3, arbitrary: fc.integer({ min: -20, max: 40 }).map((n) => n / 4) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 5000 }).map((n) => n / 1000) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(-0, 0.30000000000000004, 1.005, 4.35, 1e21, Number.NaN, Infinity, -Infinity, 1e-15, 5e-324, 2 ** 53, 100, 1e13 + 0.5),
  },
)

describe('compileWeightedSum', () => {
  it('never differs from decimal arithmetic, whatever the terms and values', () => {
    fc.assert(
      fc.property(
        fc.array(plans, { minLength: 1, maxLength: 12 }),
        fc.infiniteStream(values),
        fc.integer({ min: 0, max: 30 }),
        (chosen, stream, length) => {
          const rows = Array.from({ length }, () => Array.from(chosen, () => stream.next().value as number))
          expectSame(chosen.map(termOf), columnsOf(rows, chosen.length))
        },
      ),
      { numRuns: 1500 },
    )
  })

  it('gives the same column for the same rows in another order', () => {
    fc.assert(
      fc.property(fc.array(plans, { minLength: 1, maxLength: 6 }), fc.infiniteStream(values), (chosen, stream) => {
        const terms = chosen.map(termOf)
        const rows = Array.from({ length: 12 }, () => Array.from(chosen, () => stream.next().value as number))
        const forward = weigh(terms, columnsOf(rows, terms.length)).totals
        const backward = weigh(terms, columnsOf([...rows].reverse(), terms.length)).totals
        expect({ values: [...backward.values].reverse(), digits: backward.digits }).toEqual({ values: [...forward.values], digits: forward.digits })
      }),
      { numRuns: 500 },
    )
  })

  const five = (scale: Partial<Plan>): WeightedTerm[] =>
    ['5', '4', '3', '2', '1'].map((weight) => termOf({ weight, minimum: '1', maximum: '5', reversed: false, ...scale }))

  it('widens once for finer values, and settles none of them by themselves', () => {
    const rows = Array.from({ length: 5000 }, (_, row) => [1, 2, 3, 4, row === 2500 ? 1.25 : row > 4000 ? 1.5 : 5])
    const result = expectSame(five({}), columnsOf(rows, 5))
    expect(result.totals.digits).toBe(2)
    expect(result.settled).toBe(0)
  })

  it('settles by itself only what no lane can take', () => {
    const rows = Array.from({ length: 5000 }, (_, row) => [1, 2, 3, 4, row % 1000 === 7 ? 9 : 5])
    expect(expectSame(five({}), columnsOf(rows, 5)).settled).toBe(5)
  })

  it('keeps half steps and tens in integers', () => {
    const halves = Array.from({ length: 100 }, (_, row) => [1, 1.5, 2, 2.5, 1 + (row % 9) / 2])
    expect(expectSame(five({ step: '0.5' }), columnsOf(halves, 5)).settled).toBe(0)
    const tens = Array.from({ length: 100 }, (_, row) => [0, 10, 20, 100, (row % 11) * 10])
    expect(expectSame(five({ minimum: '0', maximum: '100', step: '10' }), columnsOf(tens, 5)).settled).toBe(0)
    const thirds = Array.from({ length: 100 }, (_, row) => [1, 1.3, 1.6, 4.9, Math.round((1 + (row % 14) * 0.3) * 10) / 10])
    expect(expectSame(five({ minimum: '1', maximum: '4.9', step: '0.3' }), columnsOf(thirds, 5)).settled).toBe(0)
  })

  it('names the most decimal places that totals can have', () => {
    expect(compileWeightedSum(five({})).maximumDigits).toBe(14)
    expect(compileWeightedSum([termOf({ weight: '1', minimum: '0', maximum: String(2 ** 53), reversed: false })]).maximumDigits).toBe(0)
    expect(compileWeightedSum([termOf({ weight: '1', minimum: '0', maximum: '1e30', reversed: false })]).maximumDigits).toBe(0)
    expect(compileWeightedSum([termOf({ weight: '0', minimum: '0', maximum: '1', reversed: false })]).maximumDigits).toBe(15)
  })

  it('holds totals up to 2⁵³ and names the rows beyond', () => {
    const terms = [termOf({ weight: '1', minimum: '0', maximum: '1e30', reversed: false })]
    const result = expectSame(terms, [Float64Array.from([2 ** 53, 2 ** 53 + 2, 0.5, 7])])
    expect(result.inexact.map(({ row }) => row)).toEqual([1, 2])
  })

  it('weighs nothing', () => {
    expect(weigh(five({}), columnsOf([], 5))).toMatchObject({ totals: { values: new Float64Array(0), digits: 0 }, inexact: [] })
  })
})
