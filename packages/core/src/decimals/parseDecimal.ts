import type { DecimalString } from '../types.js'

/** How many digits a decimal may have on either side of the point: every float64 fits, and hostile exponents do not. */
export const MAXIMUM_DIGITS = 1000

const JSON_NUMBER = /^(-?)(0|[1-9]\d*)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/
const LONGEST_TEXT = 2 * MAXIMUM_DIGITS + 20

/** What {@link parseDecimal} made of a value: its canonical text, or what is wrong with it. */
export type ParsedDecimal =
  | { readonly ok: true; readonly text: DecimalString }
  | { readonly ok: false; readonly code: 'not-a-decimal' | 'too-many-digits' }

const NOT_A_DECIMAL: ParsedDecimal = { ok: false, code: 'not-a-decimal' }
const TOO_MANY_DIGITS: ParsedDecimal = { ok: false, code: 'too-many-digits' }

/** Reads an unknown value as a decimal: a finite number as the shortest decimal that prints it, a string by JSON's number grammar. */
export function parseDecimal(value: unknown): ParsedDecimal {
  if (typeof value === 'number') return Number.isFinite(value) ? parseText(String(value)) : NOT_A_DECIMAL
  return typeof value === 'string' ? parseText(value) : NOT_A_DECIMAL
}

function parseText(text: string): ParsedDecimal {
  if (text.length > LONGEST_TEXT) return /^-?\d+(\.\d+)?$/.test(text) ? TOO_MANY_DIGITS : NOT_A_DECIMAL
  const match = JSON_NUMBER.exec(text)
  if (match === null) return NOT_A_DECIMAL
  const [, sign = '', whole = '', fraction = '', exponent] = match
  return exponent === undefined ? canonical(sign, whole, fraction) : shift(sign, whole, fraction, Number(exponent))
}

function shift(sign: string, whole: string, fraction: string, exponent: number): ParsedDecimal {
  const digits = whole + fraction
  if (/^0*$/.test(digits)) return canonical('', '0', '')
  if (Math.abs(exponent) > LONGEST_TEXT) return TOO_MANY_DIGITS
  const point = whole.length + exponent
  const padded = '0'.repeat(Math.max(0, 1 - point)) + digits + '0'.repeat(Math.max(0, point - digits.length))
  const cut = Math.max(1, point)
  return canonical(sign, padded.slice(0, cut), padded.slice(cut))
}

function canonical(sign: string, whole: string, fraction: string): ParsedDecimal {
  const integer = whole.replace(/^0+(?=\d)/, '')
  const decimals = fraction.replace(/0+$/, '')
  if (integer.length > MAXIMUM_DIGITS || decimals.length > MAXIMUM_DIGITS) return TOO_MANY_DIGITS
  const magnitude = decimals === '' ? integer : `${integer}.${decimals}`
  return { ok: true, text: magnitude === '0' ? '0' : sign + magnitude }
}
