import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scoresOf, tableOf } from '../../testing/tables.js'
import { rankByPromethee } from './rankByPromethee.js'
import { rankByTopsis } from './rankByTopsis.js'
import { rankByVikor } from './rankByVikor.js'
import { rankByWeightedProduct } from './rankByWeightedProduct.js'
import { rankByWeightedSum } from './rankByWeightedSum.js'
import type { Normalisation } from './types.js'

/** The textbook formulas, written plainly: no care for digits, and a constant column is 0 under min-max. */
interface Plain {
  readonly values: readonly (readonly number[])[]
  readonly weights: readonly number[]
  readonly costs: readonly number[]
}

const plains: fc.Arbitrary<Plain> = fc.record({
  values: fc.array(fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 6 }),
  weights: fc.array(fc.constantFrom(0, 0.5, 1, 2, 3.7), { minLength: 3, maxLength: 3 }),
  costs: fc.subarray([0, 1, 2]),
})

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)

const normalise = ({ values, costs }: Plain, kind: Normalisation): number[][] =>
  values.map((row) =>
    row.map((x, j) => {
      const column = values.map((other) => other[j] as number)
      const [min, max] = [Math.min(...column), Math.max(...column)]
      const cost = costs.includes(j)
      if (kind === 'none') return cost ? -x : x
      if (kind === 'sum') return cost ? 1 / x / sum(column.map((y) => 1 / y)) : x / sum(column)
      if (kind === 'max') return cost ? 1 - x / max : x / max
      if (kind === 'vector') return cost ? 1 - x / Math.hypot(...column) : x / Math.hypot(...column)
      return max === min ? 0 : cost ? (max - x) / (max - min) : (x - min) / (max - min)
    }),
  )

const topsis = (plain: Plain, kind: Normalisation): number[] => {
  const weighted = normalise(plain, kind).map((row) => row.map((r, j) => r * (plain.weights[j] as number)))
  const column = (j: number): number[] => weighted.map((row) => row[j] as number)
  return weighted.map((row) => {
    const best = Math.hypot(...row.map((r, j) => r - Math.max(...column(j))))
    const worst = Math.hypot(...row.map((r, j) => r - Math.min(...column(j))))
    return best + worst < 1e-12 ? 0.5 : worst / (best + worst)
  })
}

const vikor = (plain: Plain, v: number): number[] => {
  const span = plain.weights.map((_, j) => new Set(plain.values.map((row) => row[j])).size > 1)
  const losses = normalise(plain, 'min-max').map((row) => row.map((r, j) => (span[j] ? (plain.weights[j] as number) * (1 - r) : 0)))
  const [s, r] = [losses.map(sum), losses.map((row) => Math.max(...row))]
  const share = (numbers: number[], x: number): number => {
    const [min, max] = [Math.min(...numbers), Math.max(...numbers)]
    return max - min < 1e-9 ? 0 : (x - min) / (max - min)
  }
  return losses.map((_, i) => v * share(s, s[i] as number) + (1 - v) * share(r, r[i] as number))
}

const promethee = ({ values, weights, costs }: Plain, preference: (difference: number) => number): number[] => {
  const index = (a: readonly number[], b: readonly number[]): number =>
    sum(weights.map((weight, j) => weight * preference((costs.includes(j) ? -1 : 1) * ((a[j] as number) - (b[j] as number)))))
  return values.map((a) => sum(values.map((b) => index(a, b) - index(b, a))) / Math.max(1, values.length - 1))
}

const product = ({ values, weights, costs }: Plain): number[] =>
  values.map((row) => row.reduce((score, x, j) => score * x ** ((costs.includes(j) ? -1 : 1) * (weights[j] as number)), 1))

describe('every method agrees with its plain formula', () => {
  const normalisations = ['none', 'sum', 'max', 'min-max', 'vector'] as const
  const agrees = (own: (table: ReturnType<typeof tableOf>) => Parameters<typeof scoresOf>[0], formula: (plain: Plain) => number[]): void =>
    fc.assert(
      fc.property(plains, (plain) => {
        const expected = formula(plain)
        scoresOf(own(tableOf(plain.values, plain.weights, plain.costs))).forEach((score, row) => {
          expect(Math.abs(score - (expected[row] as number))).toBeLessThan(1e-9 * Math.max(1, Math.abs(score)))
        })
      }),
    )

  it.each(normalisations)('weighted sum, %s', (normalisation) => {
    const formula = (plain: Plain): number[] => normalise(plain, normalisation).map((row) => sum(row.map((r, j) => r * (plain.weights[j] as number))))
    agrees((table) => rankByWeightedSum(table, { normalisation }), formula)
  })

  it('weighted product', () => agrees((table) => rankByWeightedProduct(table), product))

  it.each(normalisations)('TOPSIS, %s', (normalisation) => {
    agrees(
      (table) => rankByTopsis(table, { normalisation }),
      (plain) => topsis(plain, normalisation),
    )
  })

  it.each([0, 0.3, 0.5, 1])('VIKOR, v = %s', (v) => {
    agrees(
      (table) => rankByVikor(table, { v }),
      (plain) => vikor(plain, v),
    )
  })

  it('PROMETHEE, usual and gaussian', () => {
    agrees(
      (table) => rankByPromethee(table),
      (plain) => promethee(plain, (d) => (d > 0 ? 1 : 0)),
    )
    agrees(
      (table) => rankByPromethee(table, { preference: { type: 'gaussian', spread: 2 } }),
      (plain) => promethee(plain, (d) => (d > 0 ? 1 - Math.exp(-(d * d) / 8) : 0)),
    )
  })
})
