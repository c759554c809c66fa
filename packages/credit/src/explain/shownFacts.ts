import { type DecimalString, localizeText } from '@clientele/core'
import { formatMessage, shown } from '@clientele/core/explain'
import type { CreditLocale } from '../locales/types.js'
import type { CreditTerms } from '../terms/types.js'

/** An amount of money with its currency: `9800.00 CNY`. */
export function shownMoney(amount: DecimalString, currency: string, { money }: CreditLocale): string {
  return formatMessage(money, { amount: shown(amount), currency })
}

/** The size of an amount: what follows words such as "given back", which say its direction. */
export function sizeOf(amount: DecimalString): DecimalString {
  return amount.startsWith('-') ? amount.slice(1) : amount
}

/** Whether an amount is 0. */
export function isNil(amount: DecimalString): boolean {
  return !/[1-9]/.test(amount)
}

/** So many days, in words. */
export function shownDays(number: number, { core }: CreditLocale): string {
  return formatMessage(core.durations.days[number === 1 ? 'one' : 'many'], { number })
}

/** What a policy is called: its title, or its id. */
export function titleOf({ id, title = id }: Pick<CreditTerms, 'id' | 'title'>, { languageTag }: CreditLocale): string {
  return localizeText(title, languageTag)
}

/** What a discount is called: so many percent, of what, within so many days. */
export function shownOffer(
  { percent, withinDays }: { readonly percent: DecimalString; readonly withinDays: number },
  { discountBase = 'gross' }: CreditTerms,
  locale: CreditLocale,
): string {
  return formatMessage(locale.offers[discountBase], { percent, days: shownDays(withinDays, locale) })
}
