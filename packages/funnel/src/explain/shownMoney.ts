import { currencyDigits, type DecimalInput } from '@clientele/core'
import { Decimal, decimalText } from '@clientele/core/decimal'
import { formatMessage, shown } from '@clientele/core/explain'
import type { FunnelLocale } from '../locales/types.js'

/** Of amounts that state no currency. */
const DIGITS = 2

/**
 * An amount for people, without its currency: rounded to the minor digits of that, and to so many more, which a whole one goes without; one that is near to 0 does not look as if it were
 * that.
 */
export function shownAmount(amount: DecimalInput, currency: string | null, more = 0): string {
  const digits = (currency === null ? DIGITS : currencyDigits(currency)) + more
  const exact = new Decimal(amount)
  const rounded = exact.toDecimalPlaces(digits)
  if (rounded.isZero() && exact.gt(0)) return `<${smallest(digits)}`
  return shown(rounded.isInteger() ? decimalText(rounded) : rounded.toFixed(digits))
}

/** The same with its currency. */
export function shownMoney(amount: DecimalInput, currency: string | null, locale: FunnelLocale): string {
  return withCurrency(shownAmount(amount, currency), currency, locale)
}

/** A shown amount and its currency. */
export function withCurrency(amount: string, currency: string | null, { money }: FunnelLocale): string {
  return currency === null ? amount : formatMessage(money, { amount, currency })
}

/** The same in a sentence: of an amount that is near to 0 it is said than what it is less. */
export function saidMoney(amount: DecimalInput, currency: string | null, locale: FunnelLocale, more = 0): string {
  return saidLess(shownAmount(amount, currency, more), locale, (text) => withCurrency(text, currency, locale))
}

/** A number that is no amount, in a sentence: the same. */
export function saidNumber(value: DecimalInput, locale: FunnelLocale, more = 0): string {
  return saidLess(shownNumber(value, more), locale, (text) => text)
}

function saidLess(text: string, { names }: FunnelLocale, complete: (number: string) => string): string {
  return text.startsWith('<') ? formatMessage(names.lessThan, { amount: complete(text.slice(1)) }) : complete(text)
}

/** A number that is no amount: to two decimal places, or to so many more. */
export function shownNumber(value: DecimalInput, more = 0): string {
  const exact = new Decimal(value)
  const rounded = exact.toDecimalPlaces(DIGITS + more)
  return rounded.isZero() && exact.gt(0) ? `<${smallest(DIGITS + more)}` : shown(decimalText(rounded))
}

/** The smallest number above 0 of so many decimal places. */
function smallest(digits: number): string {
  return decimalText(new Decimal(10).pow(-digits))
}

/** How many days a deal takes. */
export function shownCycle(days: DecimalInput, { core }: FunnelLocale, more = 0): string {
  const number = shownNumber(days, more)
  return formatMessage(core.durations.days[number === '1' ? 'one' : 'many'], { number })
}
