import type { DecimalString } from '@clientele/core'
import { type Decimal, decimalText } from '@clientele/core/decimal'
import { divideRounded } from '../money/divideRounded.js'
import { moneyText } from '../money/moneyText.js'

/** An exact quotient of integers, of however many digits; the divisor is above 0. */
export interface Fraction {
  readonly dividend: bigint
  readonly divisor: bigint
}

export const ZERO: Fraction = { dividend: 0n, divisor: 1n }
export const ONE: Fraction = { dividend: 1n, divisor: 1n }

/** So many hundredths: `2` percent are 0.02. */
export const HUNDREDTH: Fraction = { dividend: 1n, divisor: 100n }

/** A decimal as a fraction by a power of ten. */
export function fractionOf(value: Decimal): Fraction {
  return fractionOfText(decimalText(value))
}

/** A decimal's canonical text, of however many digits, as a fraction by a power of ten. */
export function fractionOfText(text: DecimalString): Fraction {
  const [whole, decimals = ''] = text.split('.')
  return { dividend: BigInt(`${whole}${decimals}`), divisor: 10n ** BigInt(decimals.length) }
}

/** The product of fractions. */
export function multiply(...factors: readonly Fraction[]): Fraction {
  return factors.reduce((product, { dividend, divisor }) => ({ dividend: product.dividend * dividend, divisor: product.divisor * divisor }), ONE)
}

/** The sum of fractions. */
export function add(...summands: readonly Fraction[]): Fraction {
  return summands.reduce(
    (sum, { dividend, divisor }) =>
      sum.divisor === divisor
        ? { dividend: sum.dividend + dividend, divisor }
        : { dividend: sum.dividend * divisor + dividend * sum.divisor, divisor: sum.divisor * divisor },
    ZERO,
  )
}

/** One fraction less another. */
export function subtract(a: Fraction, b: Fraction): Fraction {
  return add(a, { dividend: -b.dividend, divisor: b.divisor })
}

/** One fraction by another, which is above 0. */
export function divide(a: Fraction, b: Fraction): Fraction {
  return { dividend: a.dividend * b.divisor, divisor: a.divisor * b.dividend }
}

/** Below 0 where the first is less, above 0 where it is greater, 0 where they are alike. */
export function compare(a: Fraction, b: Fraction): number {
  const difference = a.dividend * b.divisor - b.dividend * a.divisor
  return difference === 0n ? 0 : difference < 0n ? -1 : 1
}

/** Rounded half-even at so many decimal places. */
export function roundHalfEven({ dividend, divisor }: Fraction, digits: number): Fraction {
  const scale = 10n ** BigInt(digits)
  return { dividend: divideRounded(dividend * scale, divisor, 'half-even'), divisor: scale }
}

/** The canonical text of a fraction whose divisor is a power of ten; of any other there may be none, and asking for it is an error of ours. */
export function powerOfTenText({ dividend, divisor }: Fraction): DecimalString {
  const scale = String(divisor)
  if (!/^10*$/.test(scale)) throw new RangeError(`The divisor of a decimal must be a power of ten, not ${scale}`)
  const digits = scale.length - 1
  return digits === 0 ? String(dividend) : moneyText(dividend, digits).replace(/\.?0+$/, '')
}
