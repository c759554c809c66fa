/** A quotient of integers, rounded down; the divisor is above 0. */
export function floorQuotient(dividend: bigint, divisor: bigint): bigint {
  const towardsZero = dividend / divisor
  return dividend % divisor < 0n ? towardsZero - 1n : towardsZero
}

/** A quotient of integers, rounded up; the divisor is above 0. */
export function ceilQuotient(dividend: bigint, divisor: bigint): bigint {
  return -floorQuotient(-dividend, divisor)
}
