import { roundDecimal } from '@clientele/core'

const DIGITS = 3

/** A measure of 0 or more, to three decimal places; one that is near to 0 does not look as if it were that. */
export function shownSmall(value: number): string {
  const rounded = roundDecimal(value, DIGITS)
  return rounded === '0' && value > 0 ? '<0.001' : rounded
}
