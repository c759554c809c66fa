import type { DecimalString, Issue, Path } from '@clientele/core'
import { checkDecimal, createIssue } from '@clientele/core/checks'
import { decimalText } from '@clientele/core/decimal'

/** An exact quantity: so many units of `10 ** -digits`. */
export interface Quantity {
  readonly units: bigint
  readonly digits: number
}

/** Quantities of one scale. */
export interface AlignedQuantities {
  readonly units: readonly bigint[]
  readonly digits: number
}

/** What a quantity may be; both bounds are allowed. */
export interface QuantityBounds {
  readonly minimum?: string | undefined
  readonly maximum?: string | undefined
}

export const ZERO: Quantity = { units: 0n, digits: 0 }

/** Texts that need no decimal.js to be read. */
const SHORT = /^-?(0|[1-9]\d{0,16})(\.\d{1,20})?$/

/** Reads a decimal, or adds an issue and returns undefined. */
export function readQuantity(value: unknown, path: Path, issues: Issue[], { minimum, maximum }: QuantityBounds = {}): Quantity | undefined {
  const quantity = readQuickly(value) ?? readWithCare(value, path, issues)
  if (quantity === undefined) return undefined
  const actual = (): string => quantityText(quantity)
  if (minimum !== undefined && compareQuantities(quantity, quantityOf(minimum)) < 0) {
    issues.push(createIssue('too-small', path, { minimum, actual: actual() }))
    return undefined
  }
  if (maximum !== undefined && compareQuantities(quantity, quantityOf(maximum)) > 0) {
    issues.push(createIssue('too-large', path, { maximum, actual: actual() }))
    return undefined
  }
  return quantity
}

function readQuickly(value: unknown): Quantity | undefined {
  if (Number.isSafeInteger(value)) return { units: BigInt(value as number), digits: 0 }
  // A number is read as the shortest decimal that prints it, which is what it is as a text.
  const text = typeof value === 'number' ? String(value) : value
  return typeof text === 'string' && SHORT.test(text) ? quantityOf(text) : undefined
}

function readWithCare(value: unknown, path: Path, issues: Issue[]): Quantity | undefined {
  const decimal = checkDecimal(value, path, issues)
  return decimal === undefined ? undefined : quantityOf(decimalText(decimal))
}

/** The quantity of a decimal that is written without an exponent, with no more digits than it needs, however it is written. */
export function quantityOf(text: DecimalString): Quantity {
  const point = text.indexOf('.')
  if (point === -1) return { units: BigInt(text), digits: 0 }
  let end = text.length
  while (text[end - 1] === '0') end -= 1
  return { units: BigInt(text.slice(0, point) + text.slice(point + 1, end)), digits: end - point - 1 }
}

/** How many units of a finer scale a quantity is. */
export function unitsAt({ units, digits }: Quantity, finer: number): bigint {
  return finer === digits ? units : units * 10n ** BigInt(finer - digits)
}

/** Brings quantities to the finest scale among them, which is at least that of so many digits. */
export function alignQuantities(quantities: readonly Quantity[], leastDigits = 0): AlignedQuantities {
  let digits = leastDigits
  for (const quantity of quantities) if (quantity.digits > digits) digits = quantity.digits
  const factors = new Map<number, bigint>()
  const units = quantities.map(({ units: own, digits: ownDigits }) => {
    const factor = factors.get(ownDigits) ?? 10n ** BigInt(digits - ownDigits)
    factors.set(ownDigits, factor)
    return own * factor
  })
  return { units, digits }
}

/** Below 0 where the first is less, above 0 where it is greater, 0 where they are alike. */
export function compareQuantities(a: Quantity, b: Quantity): number {
  const digits = Math.max(a.digits, b.digits)
  return compareUnits(unitsAt(a, digits), unitsAt(b, digits))
}

/** Below 0 where the first is less, above 0 where it is greater, 0 where they are alike. */
export function compareUnits(a: bigint, b: bigint): number {
  return a === b ? 0 : a < b ? -1 : 1
}

/** The sum of two quantities. */
export function addQuantities(a: Quantity, b: Quantity): Quantity {
  const digits = Math.max(a.digits, b.digits)
  return { units: unitsAt(a, digits) + unitsAt(b, digits), digits }
}

/** How much more one quantity is than another. */
export function subtractQuantities(a: Quantity, b: Quantity): Quantity {
  return addQuantities(a, negateQuantity(b))
}

/** The opposite of a quantity. */
export function negateQuantity({ units, digits }: Quantity): Quantity {
  return { units: -units, digits }
}

/** The product of two quantities. */
export function multiplyQuantities(a: Quantity, b: Quantity): Quantity {
  return { units: a.units * b.units, digits: a.digits + b.digits }
}

/** A quotient of integers, rounded half-up, which is away from zero, to so many decimal places; the divisor is above 0. */
export function roundQuotient(dividend: bigint, divisor: bigint, digits: number): Quantity {
  const scaled = (dividend < 0n ? -dividend : dividend) * 10n ** BigInt(digits)
  const units = (scaled * 2n + divisor) / (divisor * 2n)
  return { units: dividend < 0n ? -units : units, digits }
}

/** A quantity, rounded half-up to so many decimal places. */
export function roundQuantity({ units, digits }: Quantity, places: number): Quantity {
  return digits <= places ? { units: unitsAt({ units, digits }, places), digits: places } : roundQuotient(units, 10n ** BigInt(digits), places)
}

/** The canonical text of a quantity; of money with at least its currency's minor digits. */
export function quantityText({ units, digits }: Quantity, leastDigits = 0): DecimalString {
  const sign = units < 0n ? '-' : ''
  const text = String(units < 0n ? -units : units).padStart(digits + 1, '0')
  const whole = digits === 0 ? text : text.slice(0, -digits)
  let end = text.length
  while (end > whole.length + leastDigits && text[end - 1] === '0') end -= 1
  const decimals = text.slice(whole.length, end).padEnd(leastDigits, '0')
  return decimals === '' ? sign + whole : `${sign}${whole}.${decimals}`
}

/** Below this in size, an integer is exact as a number, and a quotient of two the nearest number to the true one. */
const EXACT = 2n ** 53n
/** A number has so many binary digits, of which none stands for less than 2 ** -1074. */
const BINARY_DIGITS = 53
const MOST_PLACES = 1074

/** A part of a whole as the nearest number; null where the whole is 0, or no number is near. */
export function shareOf(part: bigint, whole: bigint): number | null {
  if (whole === 0n) return null
  if (part < EXACT && part > -EXACT && whole < EXACT && whole > -EXACT) return Number(part) / Number(whole) + 0
  const size = nearestNumber(part < 0n ? -part : part, whole < 0n ? -whole : whole)
  if (!Number.isFinite(size)) return null
  return part < 0n === whole < 0n ? size : 0 - size
}

/** The number that is nearest to a quotient of integers from 0 on, the even one of two that are equally near. */
function nearestNumber(dividend: bigint, divisor: bigint): number {
  // The quotient, in so many binary places, has 53 or 54 digits; or fewer, where there are no finer numbers.
  const places = Math.min(BINARY_DIGITS + lengthOf(divisor) - lengthOf(dividend), MOST_PLACES)
  const quotient = roundedQuotient(dividend, divisor, places)
  return quotient < EXACT ? Number(quotient) * 2 ** -places : Number(roundedQuotient(dividend, divisor, places - 1)) * 2 ** (1 - places)
}

/** A quotient of integers in units of so many binary places, rounded to the nearest, and to the even one of two. */
function roundedQuotient(dividend: bigint, divisor: bigint, places: number): bigint {
  const [part, whole] = places < 0 ? [dividend, divisor << BigInt(-places)] : [dividend << BigInt(places), divisor]
  const quotient = part / whole
  const twice = 2n * (part - quotient * whole)
  return twice > whole || (twice === whole && quotient % 2n === 1n) ? quotient + 1n : quotient
}

/** How many binary digits an integer from 0 on has. */
function lengthOf(integer: bigint): number {
  const hexadecimal = integer.toString(16)
  return 4 * (hexadecimal.length - 1) + 32 - Math.clz32(Number.parseInt(hexadecimal.charAt(0), 16))
}
