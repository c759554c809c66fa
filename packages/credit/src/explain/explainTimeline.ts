import type { Issue } from '@clientele/core'
import { throwIssues } from '@clientele/core/checks'
import { formatMessage, titleOf } from '@clientele/core/explain'
import { en } from '../locales/en.js'
import type { CreditLocale } from '../locales/types.js'
import type { CreditTerms, TermsTimeline, TermsWindow } from '../terms/types.js'
import { checkMadeByTerms } from './checkMadeByTerms.js'
import { checkTimeline } from './checkTimeline.js'
import { shownMoney } from './shownFacts.js'

/**
 * Says in sentences what is payable when.
 *
 * @param timeline - What {@link termsTimeline} returned.
 * @param terms - The credit terms that made it; their title is taken from them.
 * @param locale - The language; English unless given.
 * @returns The invoice and its due date, and one sentence for each window.
 * @throws {@link InputError} if the terms are not such, or not those that made the timeline.
 * @example
 * import { termsTimeline } from '@clientele/credit'
 * import { explainTimeline } from '@clientele/credit/explain'
 * import { twoTenNetThirty } from '@clientele/credit/templates'
 *
 * const timeline = termsTimeline({ id: 'INV-1', date: '2024-03-01', amount: '10000', currency: 'CNY' }, twoTenNetThirty)
 * explainTimeline(timeline, twoTenNetThirty).sentences
 * //=> ['Invoice INV-1 of 10000.00 CNY under the terms "2% within 10 days, net 30 days": days count from 2024-03-01, and it is due on 2024-03-31.', 'If paid by 2024-03-11: 9800.00 CNY, after a discount of 2% (200.00 CNY).', 'If paid from 2024-03-12 to 2024-03-31: 10000.00 CNY, without a discount.']
 */
export function explainTimeline(timeline: TermsTimeline, terms: CreditTerms, locale: CreditLocale = en): { readonly sentences: readonly string[] } {
  const issues: Issue[] = []
  checkMadeByTerms(timeline, 'timeline', checkTimeline, terms, issues)
  throwIssues(issues)
  const { invoice, currency, amount, start, due, windows } = timeline
  const facts = { invoice, amount: shownMoney(amount, currency, locale), terms: titleOf(terms, locale), start, due }
  return {
    sentences: [
      formatMessage(locale.timeline.invoice, facts),
      ...windows.map((window, index) => explainWindow(window, index === 0, timeline, terms, locale)),
    ],
  }
}

function explainWindow(
  { from, to, percent, discount, payable }: TermsWindow,
  isFirst: boolean,
  { currency }: TermsTimeline,
  { discountBase = 'gross' }: CreditTerms,
  locale: CreditLocale,
): string {
  const { upTo, on, between, discounted, whole } = locale.timeline
  // Who pays before the first day pays what the first window asks.
  const when = formatMessage(isFirst ? upTo : from === to ? on : between, { from, to })
  const facts = { when, percent, discount: shownMoney(discount, currency, locale), payable: shownMoney(payable, currency, locale) }
  return formatMessage(percent === '0' ? whole : discounted[discountBase], facts)
}
