import type { RoundingMode } from '@clientele/core'

/** A quotient of integers, rounded to an integer; the divisor is above 0. */
export function divideRounded(dividend: bigint, divisor: bigint, mode: RoundingMode): bigint {
  const towardsZero = dividend / divisor
  const rest = dividend % divisor
  if (rest === 0n) return towardsZero
  const isNegative = dividend < 0n
  const away = isNegative ? towardsZero - 1n : towardsZero + 1n
  switch (mode) {
    case 'up':
      return away
    case 'down':
      return towardsZero
    case 'ceiling':
      return isNegative ? towardsZero : away
    case 'floor':
      return isNegative ? away : towardsZero
    default:
      return roundNearest(towardsZero, away, (isNegative ? -rest : rest) * 2n - divisor, mode)
  }
}

/** The neighbour that is nearer; `excess` is above 0 where it is the one away from 0, and 0 where both are as near. */
function roundNearest(towardsZero: bigint, away: bigint, excess: bigint, mode: 'half-up' | 'half-down' | 'half-even'): bigint {
  if (excess !== 0n) return excess > 0n ? away : towardsZero
  if (mode === 'half-even') return towardsZero % 2n === 0n ? towardsZero : away
  return mode === 'half-up' ? away : towardsZero
}
