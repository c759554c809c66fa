import { Decimal } from '@clientele/core/decimal'

/** Whole numbers that amounts are counted in: of 10 ** -digits each. */
export interface Units {
  readonly digits: number
  /** The nearest whole number of units of an amount. */
  readonly toUnits: (amount: Decimal) => number
  /** The least whole number of units that is no less than an amount. */
  readonly toWhole: (amount: Decimal) => number
  readonly toAmount: (units: number) => Decimal
  /** The same as a number, which need not be whole. */
  readonly toNumber: (units: number) => number
}

/** Every integer of so many digits is exact as a number. */
const EXACT_DIGITS = 15

/** The finest units in which a sum that comes up to `most` is exact as a number: those of the amounts, or coarser ones where amounts are longer than numbers are exact. */
export function chooseUnits(amounts: readonly Decimal[], most: Decimal): Units {
  let digits = 0
  for (const amount of amounts) digits = Math.max(digits, amount.decimalPlaces())
  digits = Math.min(digits, EXACT_DIGITS - (most.isZero() ? 0 : most.e + 1))
  const unit = new Decimal(10).pow(digits)
  return {
    digits,
    toUnits: (amount) => amount.times(unit).toDecimalPlaces(0).toNumber(),
    toWhole: (amount) => amount.times(unit).ceil().toNumber(),
    toAmount: (units) => new Decimal(units).div(unit),
    toNumber: (units) => new Decimal(units).div(unit).toNumber(),
  }
}
