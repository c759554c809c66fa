import type { Chances } from './types.js'

/**
 * Mean and variance of what independent chances add up to, without working out their distribution: each adds its own. What comes of a pool varies by whether it comes, and by what
 * it brings; arrivals by the variance of a compound Poisson distribution.
 */
export function momentsOf({ certain, amounts, probabilities, pooled, arrivals, pool }: Chances): {
  readonly mean: number
  readonly variance: number
} {
  let mean = 0
  let variance = 0
  for (let trial = 0; trial < amounts.length; trial += 1) {
    const amount = amounts[trial] as number
    const probability = probabilities[trial] as number
    mean += amount * probability
    variance += amount * amount * probability * (1 - probability)
  }
  const drawn = momentsOfPool(pool)
  const square = drawn.mean * drawn.mean
  for (const probability of pooled) {
    mean += probability * drawn.mean
    variance += probability * (drawn.variance + (1 - probability) * square)
  }
  mean += arrivals * drawn.mean
  variance += arrivals * (drawn.variance + square)
  return { mean: certain + mean, variance }
}

function momentsOfPool(pool: Float64Array): { readonly mean: number; readonly variance: number } {
  if (pool.length === 0) return { mean: 0, variance: 0 }
  const mean = pool.reduce((sum, value) => sum + value, 0) / pool.length
  const variance = pool.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / pool.length
  return { mean, variance }
}
