import type { DecimalString } from '@clientele/core'
import { Decimal, decimalText } from '@clientele/core/decimal'
import { shown } from '@clientele/core/explain'

const DECIMAL_PLACES = 2
const SIGNIFICANT_DIGITS = 2

/** As the packages' sentences round: to two decimal places, or two digits where that would be 0. */
function roundAmount(amount: DecimalString | number): { readonly text: string; readonly isExact: boolean } {
  const exact = new Decimal(amount)
  const near = exact.toDecimalPlaces(DECIMAL_PLACES)
  const rounded = near.isZero() ? exact.toSignificantDigits(SIGNIFICANT_DIGITS) : near
  return { text: decimalText(rounded), isExact: rounded.eq(exact) }
}

/** An amount, with a sign before it where it is rounded. */
export function shownAmount(amount: DecimalString | number): string {
  const { text, isExact } = roundAmount(amount)
  return `${isExact ? '' : '≈ '}${shown(text)}`
}

/** A change, with its direction. */
export function shownChange(amount: DecimalString): string {
  const { text, isExact } = roundAmount(amount)
  const sign = /^-|^0$/.test(text) ? '' : '+'
  return `${isExact ? '' : '≈ '}${sign}${shown(text)}`
}

/** An amount within a calculation; that it is rounded is said of the result. */
export function operand(amount: DecimalString | number): string {
  return shown(roundAmount(amount).text)
}

/** What a calculation gives, exactly only where its operands are shown so too. */
export function equals(amount: DecimalString | number, operands: readonly (DecimalString | number)[] = []): string {
  const isExact = [amount, ...operands].every((one) => roundAmount(one).isExact)
  return `${isExact ? '=' : '≈'} ${operand(amount)}`
}
