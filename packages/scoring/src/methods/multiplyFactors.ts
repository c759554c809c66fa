/** Below it a float64 loses digits. */
const LEAST_NORMAL = 2 ** -1022

/**
 * The product of positive factors, in which their order changes nothing.
 *
 * `logarithm` is that of the product: where a partial product would leave the range of a float64, it gives the product instead.
 */
export function multiplyFactors(factors: readonly number[], logarithm: number): number {
  let product = 1
  for (const factor of [...factors].sort((a, b) => a - b)) {
    product *= factor
    if (product < LEAST_NORMAL || product === Number.POSITIVE_INFINITY) return Math.exp(logarithm)
  }
  return product
}
