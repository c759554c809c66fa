import { Decimal } from '@clientele/core/decimal'

/** Whole numbers that amounts are counted in: of 10 ** -digits each. */
export interface Units {
  readonly digits: number
  /** The nearest whole number of units of an amount. */
  readonly toUnits: (amount: Decimal) => number
  /** The same, however long it is. */
  readonly toLongUnits: (amount: Decimal) => bigint
  /** The least number of units that is no less than an amount. */
  readonly toWhole: (amount: Decimal) => bigint
  readonly toAmount: (units: number | bigint) => Decimal
  /** The amount as a number; units need not be whole. */
  readonly toNumber: (units: number) => number
}

/** The units that amounts are told apart by exactly, and those in which their sum is exact as a number: the same, or coarser ones where amounts are longer than numbers are exact. */
export interface AmountUnits {
  readonly finest: Units
  readonly short: Units
}

/** Every integer of so many digits is exact as a number. */
const EXACT_DIGITS = 15

/** The units of amounts that come to `most` together. */
export function chooseUnits(amounts: readonly Decimal[], most: Decimal): AmountUnits {
  let digits = 0
  for (const amount of amounts) digits = Math.max(digits, amount.decimalPlaces())
  const finest = unitsOf(digits)
  const longest = EXACT_DIGITS - (most.isZero() ? 0 : most.e + 1)
  return { finest, short: digits <= longest ? finest : unitsOf(longest) }
}

function unitsOf(digits: number): Units {
  const unit = new Decimal(10).pow(digits)
  return {
    digits,
    toUnits: (amount) => amount.times(unit).toDecimalPlaces(0).toNumber(),
    toLongUnits: (amount) => BigInt(amount.times(unit).toFixed(0)),
    toWhole: (amount) => BigInt(amount.times(unit).ceil().toFixed(0)),
    toAmount: (units) => new Decimal(units.toString()).div(unit),
    toNumber: (units) => new Decimal(units).div(unit).toNumber(),
  }
}
