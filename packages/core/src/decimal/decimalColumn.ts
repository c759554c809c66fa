import type { DecimalColumn, DecimalString } from '../types.js'
import { Decimal, decimalText } from './Decimal.js'
import { sumExactly } from './sumExactly.js'

/** The canonical text of one row of a column. */
export function decimalAt({ values, digits }: DecimalColumn, row: number): DecimalString {
  return decimalText(unscale(new Decimal(values[row] as number), digits))
}

/** Adds up a column exactly. */
export function sumColumn({ values, digits }: DecimalColumn): DecimalString {
  return decimalText(unscale(sumExactly(values, [], []), digits))
}

function unscale(units: Decimal, digits: number): Decimal {
  return units.div(new Decimal(10).pow(digits))
}
