import { type DecimalString, type LocalizedText, localizeText } from '@clientele/core'
import { Decimal, ratio } from '@clientele/core/decimal'
import { formatMessage, shown, shownPercent } from '@clientele/core/explain'
import { NOT_DUE } from '../ageing/checkAgeingScheme.js'
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

/** Whether an amount is below 0. */
export function isBelowNil(amount: DecimalString): boolean {
  return amount.startsWith('-') && !isNil(amount)
}

/** So many days, in words. */
export function shownDays(number: number, { core }: CreditLocale): string {
  return formatMessage(core.durations.days[number === 1 ? 'one' : 'many'], { number })
}

/** What a policy is called: its title, or its id. */
export function titleOf({ id, title = id }: Pick<CreditTerms, 'id' | 'title'>, { languageTag }: CreditLocale): string {
  return localizeText(title, languageTag)
}

/** What one of a policy's own, such as a sign or a role, is called, by its id. */
export type Title = (id: string) => string

/** What those that a policy lists are called: each by its title, or where it has none by its id. */
export function titlesOf(list: readonly { readonly id: string; readonly title?: LocalizedText | undefined }[], locale: CreditLocale): Title {
  const titled = new Map(list.map((one) => [one.id, { ...one }]))
  return (id) => titleOf(titled.get(id) ?? { id }, locale)
}

/** What a discount is called: so many percent, of what, within so many days. */
export function shownOffer(
  { percent, withinDays }: { readonly percent: DecimalString; readonly withinDays: number },
  { discountBase = 'gross' }: CreditTerms,
  locale: CreditLocale,
): string {
  return formatMessage(locale.offers[discountBase], { percent, days: shownDays(withinDays, locale) })
}

/** What a bucket is called that has such an id: that of what is not due, in words; another by its title, where there is one. */
export function shownBucket(id: string, { receivables, languageTag }: CreditLocale, title: LocalizedText = id): string {
  return id === NOT_DUE ? receivables.notDue : localizeText(title, languageTag)
}

/** How many decimal places an amount has. */
export function digitsOf(amount: DecimalString): number {
  return (amount.split('.')[1] ?? '').length
}

/** The greatest number below 1. */
const ALMOST_ONE = 1 - Number.EPSILON / 2

/** A part of a whole in percent; 0 of nothing. */
export function shownPart(part: DecimalString, whole: DecimalString): string {
  const [dividend, divisor] = [new Decimal(part), new Decimal(whole)]
  const share = ratio(dividend, divisor) ?? 0
  // The nearest number may be 1 or 0 of what is neither all nor nothing.
  if (share === 1 && dividend.lt(divisor)) return shownPercent(ALMOST_ONE)
  return shownPercent(share === 0 && dividend.gt(0) && divisor.gt(0) ? Number.MIN_VALUE : share)
}
