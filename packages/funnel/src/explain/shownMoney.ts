import { currencyDigits, type DecimalInput } from '@clientele/core'
import { Decimal, decimalText } from '@clientele/core/decimal'
import { formatMessage, shown } from '@clientele/core/explain'
import type { FunnelLocale } from '../locales/types.js'

/** Of amounts that state no currency. */
const DIGITS = 2

/** An amount for people: rounded to the minor digits of its currency, which a whole one goes without; one that is near to 0 does not look as if it were that. */
export function shownMoney(amount: DecimalInput, currency: string | null, { money }: FunnelLocale): string {
  const digits = currency === null ? DIGITS : currencyDigits(currency)
  const exact = new Decimal(amount)
  const rounded = exact.toDecimalPlaces(digits)
  const isHidden = rounded.isZero() && exact.gt(0)
  const text = isHidden ? `<${decimalText(new Decimal(10).pow(-digits))}` : rounded.isInteger() ? decimalText(rounded) : rounded.toFixed(digits)
  return currency === null ? shown(text) : formatMessage(money, { amount: shown(text), currency })
}

/** A number that is no amount: to two decimal places. */
export function shownNumber(value: DecimalInput): string {
  const exact = new Decimal(value)
  const rounded = exact.toDecimalPlaces(DIGITS)
  return rounded.isZero() && exact.gt(0) ? '<0.01' : shown(decimalText(rounded))
}

/** How many days a deal takes. */
export function shownCycle(days: DecimalInput, { core }: FunnelLocale): string {
  const number = shownNumber(days)
  return formatMessage(core.durations.days[number === '1' ? 'one' : 'many'], { number })
}
