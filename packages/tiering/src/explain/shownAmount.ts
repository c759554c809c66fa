import type { DecimalString } from '@clientele/core'
import { formatMessage, shown } from '@clientele/core/explain'
import type { TieringLocale } from '../locales/types.js'
import { shownDigits } from '../money/currency.js'
import { quantityOf, quantityText } from '../numbers/quantity.js'

/** What amounts are in: their currency where they have one and, where averages are compared, a month. */
export interface AmountUnit {
  readonly currency?: string | undefined
  readonly months?: number | undefined
}

/** An amount with its currency, if it has one: `50000.00 CNY`; of averages `50000.00 CNY a month`. */
export function shownAmount(amount: DecimalString, { currency, months }: AmountUnit, locale: TieringLocale): string {
  const text = shown(quantityText(quantityOf(amount), shownDigits(currency)))
  const money = currency === undefined ? text : formatMessage(locale.money, { amount: text, currency })
  return months === undefined ? money : formatMessage(locale.aMonth, { amount: money })
}
