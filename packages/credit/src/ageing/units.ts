import { EXACT_INTEGER_LIMIT, POWERS_OF_TEN } from '@clientele/core/decimal'
import { moneyText } from '../money/moneyText.js'

/** An amount in minor units: a float64 integer below 2⁵³ in size, or any bigint. */
export type Units = number | bigint

/** The sum of two amounts. */
export function addUnits(a: Units, b: Units): Units {
  // Of two integers below 2⁵³ the sum is exact if it is below 2⁵³ too.
  const sum = typeof a === 'number' && typeof b === 'number' ? a + b : Number.NaN
  return Math.abs(sum) < EXACT_INTEGER_LIMIT ? sum : BigInt(a) + BigInt(b)
}

/** An amount as `moneyText` writes it: the same, and quicker for numbers. */
export function unitsText(units: Units, digits: number): string {
  if (typeof units === 'bigint') return moneyText(units, digits)
  const size = Math.abs(units)
  const scale = POWERS_OF_TEN[digits] as number
  const whole = Math.floor(size / scale)
  const sign = units < 0 ? '-' : ''
  // The 1 in front keeps the zeros that the part begins with.
  return digits === 0 ? sign + whole : `${sign}${whole}.${String(size - whole * scale + scale).slice(1)}`
}
