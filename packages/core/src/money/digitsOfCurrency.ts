import { currenciesByDigits } from './currencies.js'

const CODE = /^[A-Z]{3}$/

/** The digits after the point of a currency's amounts, or undefined where the value is no code of a currency with minor units. */
export function digitsOfCurrency(value: unknown): number | undefined {
  if (typeof value !== 'string' || !CODE.test(value)) return undefined
  const found = Object.entries(currenciesByDigits).find(([, codes]) => codes.includes(value))
  return found === undefined ? undefined : Number(found[0])
}
