import { type DecimalInput, roundDecimal } from '@clientele/core'
import { formatMessage } from '@clientele/core/explain'
import type { FunnelLocale } from '@clientele/funnel/explain'
import { en } from '@clientele/funnel/locales/en'
import { zhCN } from '@clientele/funnel/locales/zh-CN'
import type { Language } from '../types.js'
import { CURRENCY } from './book.js'
import { english } from './texts/en.js'
import type { EffortTexts } from './texts/types.js'
import { chinese } from './texts/zh-CN.js'

export const texts: { readonly [L in Language]: EffortTexts } = { en: english, 'zh-CN': chinese }

/** The packages' wording in the example's own words: what is won here is a partner. */
function inTheirWords(locale: FunnelLocale, { worked, bottleneck }: EffortTexts): FunnelLocale {
  return { ...locale, effort: { ...locale.effort, worked }, bottlenecks: { ...locale.bottlenecks, ...bottleneck } }
}

export const locales: { readonly [L in Language]: FunnelLocale } = { en: inTheirWords(en, english), 'zh-CN': inTheirWords(zhCN, chinese) }

const DIGITS = 2

/** A number to two decimal places; one that is near to 0 does not look as if it were that. */
export function shownNumber(value: DecimalInput): string {
  const rounded = roundDecimal(value, DIGITS)
  return rounded === '0' && Number(value) > 0 ? '<0.01' : rounded
}

/** So many yuan, as the package writes them. */
export function shownMoney(value: DecimalInput, { money }: FunnelLocale): string {
  const amount = shownNumber(value).replace(/(\.\d)$/, '$10')
  return formatMessage(money, { amount, currency: CURRENCY })
}

export function shownHours(hours: number, { core }: FunnelLocale): string {
  return formatMessage(core.times.hours, { number: shownNumber(hours) })
}
