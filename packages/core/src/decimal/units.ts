/** Below this every float64 integer is exact, and so is a sum of two that stays below it. */
export const EXACT_INTEGER_LIMIT: number = 2 ** 53

/** The powers of ten that scale a number to units, up to the widest scale that can be proven exact. */
export const POWERS_OF_TEN: readonly number[] = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15]

/** A decimal of fewer significant digits than this is the shortest one that prints its nearest float64, and the only one so short. */
const UNIQUE_UNITS = 1e15

/**
 * How many units of `1 / scale` a number is, or NaN where it is not provably a whole number of them: `scale` is a power of ten,
 * and `units / scale` rounds to the number itself, so with at most 15 digits the decimal that prints it is exactly `units / scale`.
 */
export function toUnits(value: number, scale: number): number {
  const units = Math.round(value * scale)
  return units / scale === value && Math.abs(units) < UNIQUE_UNITS ? units + 0 : Number.NaN
}

/** The decimal places that a number prints with, or NaN where it has more than 15 of them or is not finite. */
export function decimalPlacesOf(value: number): number {
  const digits = POWERS_OF_TEN.findIndex((scale) => !Number.isNaN(toUnits(value, scale)))
  return digits === -1 ? Number.NaN : digits
}

/**
 * Reads a plain decimal text of at most 15 digits as the float64 whose shortest print it is, or NaN where it is anything else:
 * the quick way for the texts that forms and files hold.
 */
export function readShortDecimal(text: unknown): number {
  if (typeof text !== 'string' || text.length > 15 || !/^-?(0|[1-9]\d*)(\.\d+)?$/.test(text)) return Number.NaN
  return Number(text) + 0
}
