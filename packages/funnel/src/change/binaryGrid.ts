/** So many units and fewer are exact as a float64, in whichever order they are added. */
const EXACT_UNITS = 2n ** 53n
const EXACT_BITS = 53

/** No float64 but 0 is nearer to 0 than 2 to the power of it. */
const LEAST_EXPONENT = -1074

/** Parts and what each is made of, as numbers. */
export interface PartsOnGrid {
  readonly total: number
  readonly sums: readonly number[]
  readonly members: readonly (readonly number[])[]
}

/**
 * Tells a total, its parts and the members of each part as numbers that add up to the last bit: the members to their part, the parts to the total, whichever comes first.
 *
 * All are whole multiples of one power of two, the least of which the sizes of all members together are at most 2 ** 53, so that no addition has to round. The total is rounded to
 * the nearest multiple, what is below it by largest remainder. What is 0 stays 0, and members of opposite signs give numbers of opposite signs.
 *
 * @param parts - Of each part its members: their dividends.
 * @param divisor - Of all members, above 0.
 */
export function layOnGrid(parts: readonly (readonly bigint[])[], divisor: bigint): PartsOnGrid {
  const first = parts.flat().find((member) => member !== 0n) ?? 0n
  // By largest remainder the first of a tie wins, so it must be the same tie where all signs are turned.
  const sign = first < 0n ? -1n : 1n
  const turned = parts.map((members) => members.map((member) => member * sign))
  const { exponent, ...units } = findUnits(turned, divisor)
  const size = powerOfTwo(exponent)
  const numberOf = (count: bigint): number => Number(count * sign) * size
  return { total: numberOf(units.total), sums: units.sums.map(numberOf), members: units.members.map((counts) => counts.map(numberOf)) }
}

interface Units {
  readonly exponent: number
  readonly total: bigint
  readonly sums: readonly bigint[]
  readonly members: readonly (readonly bigint[])[]
}

/** The finest grid whose units can be added exactly. */
function findUnits(parts: readonly (readonly bigint[])[], divisor: bigint): Units {
  let size = 0n
  for (const members of parts) for (const member of members) size += magnitude(member)
  // Of a quotient the number of bits before the point is this, or one more.
  const bits = bitsOf(size) - bitsOf(divisor)
  for (let exponent = Math.max(LEAST_EXPONENT, bits - EXACT_BITS); ; exponent += 1) {
    const units = countUnits(parts, divisor, exponent)
    let counted = 0n
    for (const members of units.members) for (const member of members) counted += magnitude(member)
    if (counted <= EXACT_UNITS) return units
  }
}

function countUnits(parts: readonly (readonly bigint[])[], divisor: bigint, exponent: number): Units {
  const shift = BigInt(Math.abs(exponent))
  const unit = exponent < 0 ? divisor : divisor << shift
  const scaled = exponent < 0 ? parts.map((members) => members.map((member) => member << shift)) : parts
  const exact = scaled.map(sumOf)
  const total = floorDivide(2n * sumOf(exact) + unit, 2n * unit)
  const sums = apportion(total, exact, unit)
  return { exponent, total, sums, members: scaled.map((members, index) => apportion(sums[index] as bigint, members, unit)) }
}

/** Rounds dividends to whole numbers that add up to a total: all down, and then up those with the largest remainders, of a tie the first. */
function apportion(total: bigint, dividends: readonly bigint[], divisor: bigint): bigint[] {
  const counts = dividends.map((dividend) => floorDivide(dividend, divisor))
  const left = Number(total - sumOf(counts))
  const remainders = dividends.map((dividend, index) => ({ index, cut: dividend - (counts[index] as bigint) * divisor }))
  remainders.sort((one, other) => (one.cut === other.cut ? one.index - other.index : one.cut > other.cut ? -1 : 1))
  for (const { index } of remainders.slice(0, left)) counts[index] = (counts[index] as bigint) + 1n
  return counts
}

function sumOf(values: readonly bigint[]): bigint {
  return values.reduce((sum, value) => sum + value, 0n)
}

function magnitude(value: bigint): bigint {
  return value < 0n ? -value : value
}

/** Division of bigints cuts towards 0. */
function floorDivide(dividend: bigint, divisor: bigint): bigint {
  const quotient = dividend / divisor
  return dividend < 0n && quotient * divisor !== dividend ? quotient - 1n : quotient
}

function bitsOf(value: bigint): number {
  return value === 0n ? 0 : value.toString(2).length
}

/** By doubling and halving, which is exact on every platform. */
function powerOfTwo(exponent: number): number {
  let power = 1
  for (let left = exponent; left > 0; left -= 1) power *= 2
  for (let left = exponent; left < 0; left += 1) power /= 2
  return power
}
