import type { DecimalString } from '@clientele/core'
import { shownDigits } from '../money/currency.js'
import { type Quantity, quantityText, roundQuotient } from '../numbers/quantity.js'
import { ceilQuotient } from '../numbers/quotients.js'
import { averagePlaces } from '../sales/averagePlaces.js'

/** How values are shown: as they are, or as averages of months, each of which is rounded by itself. */
export interface ValueTexts {
  /** A value, or a sum of values, in units; an average is rounded half-up. */
  readonly text: (units: bigint) => DecimalString
  /** Of an average the sum over the months, exactly. */
  readonly exactly: (units: bigint) => { readonly sum?: DecimalString }
  /** What is lacking of a value, 0 or more; an average is rounded up. */
  readonly lacking: (quantity: Quantity) => DecimalString
}

/** How the values of a currency, or of none, are shown; averages where there are months. */
export function valueTexts(units: readonly bigint[], digits: number, months: number | undefined, currency: string | undefined): ValueTexts {
  const least = shownDigits(currency)
  if (months !== undefined) return averageTexts(digits, BigInt(months), averagePlaces(units, digits, currency), least)
  return {
    text: (one) => quantityText({ units: one, digits }, least),
    exactly: () => ({}),
    lacking: (quantity) => quantityText(quantity, least),
  }
}

function averageTexts(digits: number, months: bigint, places: number, least: number): ValueTexts {
  const factor = 10n ** BigInt(places)
  const divisor = months * 10n ** BigInt(digits)
  return {
    text: (units) => quantityText(roundQuotient(units, divisor, places), least),
    exactly: (units) => ({ sum: quantityText({ units, digits }, least) }),
    lacking: (quantity) => {
      const units = ceilQuotient(quantity.units * factor, months * 10n ** BigInt(quantity.digits))
      return quantityText({ units, digits: places }, least)
    },
  }
}
