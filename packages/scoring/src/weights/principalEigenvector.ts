import { sumPrecisely } from '../numbers/sumPrecisely.js'

/** The greatest eigenvalue of a matrix, and its right eigenvector, scaled to a sum of 1. */
export interface PrincipalEigenvector {
  readonly value: number
  readonly vector: readonly number[]
}

type Matrix = readonly (readonly number[])[]

/** So high a power of the matrix (2^64) that even eigenvalues that differ by a billionth of a billionth part are told apart. */
const MOST_SQUARINGS = 64

/** How many times the rounding of a sum of n parts two directions may be apart and count as one. */
const ROUNDINGS = 8

const POLISHINGS = 64

/**
 * Finds the principal eigenvector of a matrix of positive numbers, which exists and is positive (Perron, 1907).
 *
 * The matrix is squared again and again: all of its columns approach the eigenvector, with twice as many digits after each squaring, where
 * one multiplication after the other would take billions of steps for judgements that contradict each other wildly. Some
 * multiplications then take away what the squarings rounded; in them the eigenvalue is added to the matrix's diagonal, which sets apart
 * eigenvalues of the same size and other directions, as cycles of judgements have. It takes O(n³) for each squaring.
 */
export function principalEigenvector(matrix: Matrix): PrincipalEigenvector {
  let vector = powerDirection(matrix)
  let product = multiply(matrix, vector)
  for (let step = 0; step < POLISHINGS; step += 1) {
    const value = sumPrecisely(product)
    vector = toShares(vector.map((share, index) => (product[index] as number) + value * share))
    product = multiply(matrix, vector)
  }
  return { value: sumPrecisely(product) / sumPrecisely(vector), vector }
}

function powerDirection(matrix: Matrix): readonly number[] {
  let power = matrix
  for (let squaring = 0; squaring < MOST_SQUARINGS && !isSettled(power); squaring += 1) power = square(power)
  return rowShares(power)
}

/** Whether all columns have the same direction. That their sum keeps its own from one power to the next would say less. */
function isSettled(power: Matrix): boolean {
  const tolerance = ROUNDINGS * power.length * Number.EPSILON
  const shares = rowShares(power)
  const columnSums = combineRows(
    power,
    power.map(() => 1),
  )
  return power.every((row, index) =>
    row.every((entry, column) => {
      const expected = (shares[index] as number) * (columnSums[column] as number)
      return Math.abs(entry - expected) <= tolerance * expected
    }),
  )
}

/** The square of a matrix, divided by its greatest entry, so that no power leaves the range of numbers. */
function square(matrix: Matrix): Matrix {
  const greatest = Math.max(...matrix.map((row) => Math.max(...row)))
  const scaled = matrix.map((row) => row.map((entry) => entry / greatest))
  return scaled.map((row) => combineRows(scaled, row))
}

/** The sum of the matrix's rows, each times its factor. */
function combineRows(matrix: Matrix, factors: readonly number[]): number[] {
  const sums = matrix.map(() => 0)
  matrix.forEach((row, index) => {
    const factor = factors[index] as number
    for (let column = 0; column < sums.length; column += 1) sums[column] = (sums[column] as number) + factor * (row[column] as number)
  })
  return sums
}

function multiply(matrix: Matrix, vector: readonly number[]): number[] {
  return matrix.map((row) => sumPrecisely(row.map((entry, index) => entry * (vector[index] as number))))
}

function rowShares(matrix: Matrix): number[] {
  return toShares(matrix.map((row) => sumPrecisely(row)))
}

function toShares(values: readonly number[]): number[] {
  const sum = sumPrecisely(values)
  return values.map((value) => value / sum)
}
