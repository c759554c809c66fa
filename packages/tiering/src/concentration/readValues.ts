import type { Issue, Path } from '@clientele/core'
import { checkList } from '@clientele/core/checks'
import { decimalPlacesOf, POWERS_OF_TEN, readShortDecimal, toUnits } from '@clientele/core/decimal'
import { type AlignedQuantities, alignQuantities, compareUnits, readQuantity } from '../numbers/quantity.js'

const PATH: Path = ['values']

/** Reads values into units of one scale, the smallest first; what is wrong with any becomes an issue. */
export function readValues(values: unknown, issues: Issue[]): AlignedQuantities {
  if (!checkList(values, PATH, issues)) return { units: [], digits: 0 }
  return readQuickly(values) ?? readWithCare(values, issues)
}

/** Reads and sorts numbers and short texts without an object each; undefined where any value is something else, or they have no such scale. */
function readQuickly(values: readonly unknown[]): AlignedQuantities | undefined {
  const numbers = new Float64Array(values.length)
  let digits = 0
  for (let index = 0; index < values.length; index++) {
    const value = values[index]
    const number = typeof value === 'number' ? value : readShortDecimal(value)
    const places = decimalPlacesOf(number)
    if (Number.isNaN(places)) return undefined
    digits = Math.max(digits, places)
    numbers[index] = number
  }
  const scale = POWERS_OF_TEN[digits] as number
  for (const [index, number] of numbers.entries()) numbers[index] = toUnits(number, scale)
  return numbers.some(Number.isNaN) ? undefined : { units: Array.from(numbers.sort(), BigInt), digits }
}

function readWithCare(values: readonly unknown[], issues: Issue[]): AlignedQuantities {
  const read = Array.from(values, (value, index) => readQuantity(value, [...PATH, index], issues))
  const { units, digits } = alignQuantities(read.filter((value) => value !== undefined))
  return { units: [...units].sort(compareUnits), digits }
}
