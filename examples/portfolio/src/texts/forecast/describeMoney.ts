import { currencyDigits, type DecimalString, roundDecimal } from '@clientele/core'
import { groupThousands, padDecimals } from '../formatNumber.js'

/** Amounts of this many digits before the point are told without what is behind it. */
const LONG = 5

/** How many decimal places the amounts of a table have: those of their currency, or none where all but 0 are long. */
export function digitsOf(amounts: readonly DecimalString[], currency: string | null): number {
  const short = amounts.some((amount) => !/^-?0*(\.0*)?$/.test(amount) && (amount.replace('-', '').split('.')[0] as string).length < LONG)
  if (!short) return 0
  return currency === null ? (amounts.some((amount) => amount.includes('.')) ? 2 : 0) : currencyDigits(currency)
}

/** An amount for people. */
export function describeMoney(amount: DecimalString, digits: number, currency: string | null = null): string {
  const told = groupThousands(padDecimals(roundDecimal(amount, digits), digits))
  return currency === null ? told : `${told} ${currency}`
}
