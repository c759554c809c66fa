import { checkDecimal } from '../checks/checkDecimal.js'
import { checkChoice, checkInteger } from '../checks/checkShape.js'
import { Decimal, decimalText, type Rounding } from '../decimal/Decimal.js'
import { throwIssues } from '../issues/throwIssues.js'
import type { Issue } from '../issues/types.js'
import type { DecimalInput, DecimalString } from '../types.js'
import { MAXIMUM_DIGITS } from './parseDecimal.js'

/**
 * How a value between two neighbours is rounded: `half-…` to the nearest, a tie away from zero (`half-up`), towards zero
 * (`half-down`) or to the even neighbour (`half-even`); `up` away from zero, `down` towards zero, `ceiling` towards +∞, `floor` towards −∞.
 */
export type RoundingMode = 'half-up' | 'half-down' | 'half-even' | 'up' | 'down' | 'ceiling' | 'floor'

const modes: { readonly [Mode in RoundingMode]: Rounding } = {
  'half-up': Decimal.ROUND_HALF_UP,
  'half-down': Decimal.ROUND_HALF_DOWN,
  'half-even': Decimal.ROUND_HALF_EVEN,
  up: Decimal.ROUND_UP,
  down: Decimal.ROUND_DOWN,
  ceiling: Decimal.ROUND_CEIL,
  floor: Decimal.ROUND_FLOOR,
}

/** The ways of rounding that a policy may name. */
export const roundingModes: readonly RoundingMode[] = /* @__PURE__ */ Object.keys(modes) as RoundingMode[]

/**
 * Rounds a decimal to a number of decimal places.
 *
 * @param value - The decimal, at most 1,000 digits on either side of the point.
 * @param digits - How many decimal places are kept, an integer from -1,000 to 1,000; -3 rounds to thousands.
 * @param mode - How to round; `half-up` (ties away from zero) unless given.
 * @returns The rounded value, in canonical form, so without trailing zeros.
 * @throws {@link InputError} if `value` is not a decimal, `digits` not such an integer, or `mode` unknown.
 * @example
 * import { roundDecimal } from '@clientele/core'
 *
 * roundDecimal(1.005, 2) //=> '1.01'
 * roundDecimal('-2.5', 0) //=> '-3'
 * roundDecimal('2.5', 0, 'half-even') //=> '2'
 */
export function roundDecimal(value: DecimalInput, digits: number, mode: RoundingMode = 'half-up'): DecimalString {
  const issues: Issue[] = []
  const decimal = checkDecimal(value, ['value'], issues)
  checkInteger(digits, ['digits'], issues, { minimum: -MAXIMUM_DIGITS, maximum: MAXIMUM_DIGITS })
  checkChoice(mode, roundingModes, ['mode'], issues)
  throwIssues(issues)
  return decimalText(roundExactly(decimal as Decimal, digits, modes[mode]))
}

function roundExactly(value: Decimal, digits: number, rounding: Rounding): Decimal {
  if (digits >= 0) return value.toDecimalPlaces(digits, rounding)
  const unit = new Decimal(10).pow(-digits)
  return value.div(unit).toDecimalPlaces(0, rounding).times(unit)
}
