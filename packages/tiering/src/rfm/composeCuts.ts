import type { DecimalString } from '@clientele/core'
import { quantityText, roundQuotient, shareOf } from '../numbers/quantity.js'
import { type Fraction, SHOWN_PLACES } from './fraction.js'
import type { PreparedRfm } from './prepareRfm.js'
import type { ScoreScale } from './scaleMeasure.js'
import type { RfmCutsFound, RfmMeasure } from './types.js'

const POWER_OF_TEN = /^10*$/

/** The cuts of the measures as they are told; amounts with at least so many decimal places. */
export function composeCuts(
  scales: { readonly [Measure in RfmMeasure]: ScoreScale },
  { rules, monetary }: PreparedRfm,
  leastDigits: number,
): RfmCutsFound {
  const isRounded = rules.monetary.type === 'bins' && monetary.statistic === 'mean'
  const textOf = (cut: Fraction): DecimalString => (isRounded || !isDecimal(cut) ? shownText : exactText)(cut, leastDigits)
  return {
    recency: scales.recency.cuts.map((cut) => cut && numberOf(cut)),
    frequency: scales.frequency.cuts.map((cut) => cut && numberOf(cut)),
    monetary: scales.monetary.cuts.map((cut) => cut && textOf(cut)),
  }
}

function numberOf({ dividend, divisor }: Fraction): number | null {
  return shareOf(dividend, divisor)
}

function isDecimal({ divisor }: Fraction): boolean {
  return POWER_OF_TEN.test(String(divisor))
}

/** A cut that is a decimal, so that its divisor is a power of ten. */
function exactText({ dividend, divisor }: Fraction, leastDigits: number): DecimalString {
  return quantityText({ units: dividend, digits: String(divisor).length - 1 }, leastDigits)
}

/** A cut rounded down, so that the value that it was taken from is never below it. */
function shownText({ dividend, divisor }: Fraction, leastDigits: number): DecimalString {
  const rounded = roundQuotient(dividend, divisor, SHOWN_PLACES)
  const isAbove = rounded.units * divisor > dividend * 10n ** BigInt(SHOWN_PLACES)
  return quantityText(isAbove ? { ...rounded, units: rounded.units - 1n } : rounded, leastDigits)
}
