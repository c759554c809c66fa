import { currencyDigits, type DecimalInput } from '@clientele/core'
import { Decimal } from '@clientele/core/decimal'
import { shown, shownPercent } from '@clientele/core/explain'
import { moneyText } from '../money/dealAmounts.js'

const DIGITS = 2

/** An amount as a label, rounded half up to the minor digits of its currency; of none to two decimal places at most. */
export function shownMoney(amount: DecimalInput, currency: string | null): string {
  const digits = currency === null ? DIGITS : currencyDigits(currency)
  return shown(moneyText(new Decimal(amount).toDecimalPlaces(digits, Decimal.ROUND_HALF_UP), currency))
}

/** A share more or less than something, in percent. */
export function shownDeviation(share: number): string {
  const percent = `${shownPercent(Math.abs(share))}%`
  return withSign(share < 0 ? `−${percent}` : percent)
}

/** What looks like 0 has no sign. */
export function withSign(text: string): string {
  return text.startsWith('−') || !/[1-9]/.test(text) ? text : `+${text}`
}
