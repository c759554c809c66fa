import { checkDecimal } from '../checks/checkDecimal.js'
import type { Issue } from '../issues/types.js'
import type { Path } from '../types.js'
import { Decimal } from './Decimal.js'
import { decimalPlacesOf, EXACT_INTEGER_LIMIT, POWERS_OF_TEN, readShortDecimal, toUnits } from './units.js'

/**
 * Adds up decimals exactly, in integers of one scale for as long as they provably fit 53 bits, with decimal.js where they do not.
 * What is not a decimal becomes an issue at `path` and its index.
 */
export function sumExactly(values: ArrayLike<unknown>, path: Path, issues: Issue[]): Decimal {
  let sum = new Decimal(0)
  let digits = 0
  let scale = 1
  let units = 0
  const flush = (): void => {
    sum = sum.plus(new Decimal(units).div(scale))
    units = 0
  }
  for (let index = 0; index < values.length; index++) {
    const value = values[index]
    const number = typeof value === 'number' ? value : readShortDecimal(value)
    let added = toUnits(number, scale)
    if (Number.isNaN(added)) {
      const places = decimalPlacesOf(number)
      if (places > digits) {
        flush()
        digits = places
        scale = POWERS_OF_TEN[digits] as number
        added = toUnits(number, scale)
      }
    }
    if (Number.isNaN(added)) {
      const decimal = checkDecimal(value, [...path, index], issues)
      if (decimal !== undefined) sum = sum.plus(decimal)
      continue
    }
    if (Math.abs(units + added) >= EXACT_INTEGER_LIMIT) flush()
    units += added
  }
  flush()
  return sum
}
