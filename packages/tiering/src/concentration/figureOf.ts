import { InputError } from '@clientele/core'
import { Decimal } from '@clientele/core/decimal'
import { beyondNumbers } from '../numbers/beyondNumbers.js'
import { shareOf } from '../numbers/quantity.js'

/** A part of a whole above 0 as the nearest number, or throws where no number is near. */
export function figureOf(part: bigint, whole: bigint): number {
  const figure = shareOf(part, whole)
  if (figure === null) throw new InputError([beyondNumbers(new Decimal(String(part)).div(String(whole)), ['values'])])
  return figure
}
