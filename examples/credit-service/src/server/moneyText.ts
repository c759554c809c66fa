import { currencyDigits, type DecimalString, roundDecimal } from '@clientele/core'

/** An amount as it goes over the wire, with its currency's minor digits; it never has more. */
export function moneyText(amount: DecimalString, currency: string): DecimalString {
  const digits = currencyDigits(currency)
  const [whole = '', fraction = ''] = roundDecimal(amount, digits).split('.')
  return digits === 0 ? whole : `${whole}.${fraction.padEnd(digits, '0')}`
}
