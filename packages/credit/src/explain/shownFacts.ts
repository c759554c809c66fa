import { type DecimalString, type LocalizedText, localizeText } from '@clientele/core'
import { formatMessage, shown, shownDays } from '@clientele/core/explain'
import { NOT_DUE } from '../ageing/checkAgeingScheme.js'
import type { CreditLocale } from '../locales/types.js'
import type { CreditTerms } from '../terms/types.js'

/** An amount of money with its currency: `9800.00 CNY`. */
export function shownMoney(amount: DecimalString, currency: string, { money }: CreditLocale): string {
  return formatMessage(money, { amount: shown(amount), currency })
}

/** What a discount is called: so many percent, of what, within so many days. */
export function shownOffer(
  { percent, withinDays }: { readonly percent: DecimalString; readonly withinDays: number },
  { discountBase = 'gross' }: CreditTerms,
  locale: CreditLocale,
): string {
  return formatMessage(locale.offers[discountBase], { percent, days: shownDays(withinDays, locale.core) })
}

/** What a bucket is called that has such an id: that of what is not due, in words; another by its title, where there is one. */
export function shownBucket(id: string, { receivables, languageTag }: CreditLocale, title: LocalizedText = id): string {
  return id === NOT_DUE ? receivables.notDue : localizeText(title, languageTag)
}
