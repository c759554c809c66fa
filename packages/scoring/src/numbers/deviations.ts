import { sumPrecisely } from './sumPrecisely.js'

/** Whether all values are the same, as none and one are. */
export function isConstant(values: readonly (number | bigint)[]): boolean {
  return values.every((value) => value === values[0])
}

/** The arithmetic mean, and how far each value is from it. */
export interface Deviations {
  readonly mean: number
  readonly deviations: readonly number[]
}

/**
 * Takes the mean of at least one value from each. What rounding the mean left in the deviations is taken out again, so that they are right
 * where the values are great and nearly equal: T. F. Chan, G. H. Golub and R. J. LeVeque, "Algorithms for computing the sample variance", 1983.
 */
export function deviationsFromMean(values: readonly number[]): Deviations {
  const mean = sumPrecisely(values) / values.length
  const rough = values.map((value) => value - mean)
  const rest = sumPrecisely(rough) / values.length
  return { mean, deviations: rough.map((deviation) => deviation - rest) }
}

export function sumOfSquares(values: readonly number[]): number {
  return sumPrecisely(values.map((value) => value * value))
}

/** The population standard deviation: the root of the mean square of the deviations from the mean. No values deviate from nothing. */
export function standardDeviation(values: readonly number[]): number {
  return isConstant(values) ? 0 : Math.sqrt(sumOfSquares(deviationsFromMean(values).deviations) / values.length)
}
