import { type Issue, localizeText } from '@clientele/core'
import { throwIssues } from '@clientele/core/checks'
import { formatMessage } from '@clientele/core/explain'
import type { ChangeDecomposition } from '../change/types.js'
import { en } from '../locales/en.js'
import type { FunnelLocale } from '../locales/types.js'
import { checkChange } from './checkChange.js'
import { explainGroupChanges } from './explainGroupChanges.js'
import { explainFactors, explainParts, isPerDay } from './explainParts.js'
import { fillTemplate } from './fillTemplate.js'
import { onOneLine } from './onOneLine.js'
import { saidPoints } from './shownDifference.js'
import { saidMoney } from './shownMoney.js'
import { shownShareTo, tellApart } from './tellApart.js'

/**
 * Says in sentences why sales, or a conversion rate, changed.
 *
 * @param change - What {@link decomposeChange} returned.
 * @param locale - The language; English unless given.
 * @returns Who is short or ahead by how much, a day where days count, and the factors that matter most: all but those that make up less than a tenth of the greatest; what there was before and after; how much of
 * the difference is due to each factor, the most first, and which ones did not change; where the rates within groups went another way than that of the whole; and the ten groups that matter most. Amounts are rounded to
 * the minor digits of their currency, or to two decimal places, so that those that are told need not add up to the last digit; figures that look alike and differ get more.
 * @throws {@link InputError} if the change is not as stated, such as one whose parts do not add up.
 * @example
 * import { decomposeChange } from '@clientele/funnel'
 * import { explainChange } from '@clientele/funnel/explain'
 *
 * const before = { deals: 100, winRate: '0.25', averageValue: 10000, cycleDays: 60 }
 * const after = { deals: 40, winRate: '0.25', averageValue: 10000, cycleDays: 100 }
 * explainChange(decomposeChange({ before, after }, { subject: 'East', currency: 'EUR' })).sentences[0]
 * //=> 'East is 3166.67 EUR a day short: 60% fewer leads, 40% slower.'
 */
export function explainChange(change: ChangeDecomposition, locale: FunnelLocale = en): { readonly sentences: readonly string[] } {
  const issues: Issue[] = []
  checkChange(change, issues)
  throwIssues(issues)
  const { because, plain } = locale.change
  const [difference, factors] = [wordDifference(change, locale), explainFactors(change, locale)]
  return {
    sentences: onOneLine([
      formatMessage(factors === '' ? plain : because, { difference, factors }),
      ...explainFigures(change, locale),
      ...explainParts(change, locale),
      ...explainGroupChanges(change.groups ?? [], locale),
    ]),
  }
}

function wordDifference(change: ChangeDecomposition, locale: FunnelLocale): string {
  const { of, after, difference, subject, currency } = change
  const texts = locale.change[isPerDay(change) ? 'valuePerDay' : of][difference < 0 ? 'lower' : difference > 0 ? 'higher' : 'same']
  return fillTemplate(subject === undefined ? texts.unnamed : texts.named, {
    subject: subject === undefined ? '' : localizeText(subject, locale.languageTag),
    amount: saidMoney(difference === 0 ? after : Math.abs(difference), currency, locale),
    points: saidPoints(difference, locale),
    percent: of === 'rate' ? shownShareTo(after, locale) : '',
  })
}

/** What there was before and after, where that is not the same. */
function explainFigures(change: ChangeDecomposition, locale: FunnelLocale): string[] {
  const { of, before, after, difference, currency } = change
  const { figures, perDay } = locale.change
  if (difference === 0) return []
  const shownSide = (side: number, more: number): string => {
    if (of === 'rate') return shownShareTo(side, locale, more)
    const amount = saidMoney(side, currency, locale, more)
    return isPerDay(change) ? fillTemplate(perDay, { amount }) : amount
  }
  const [was, is] = tellApart(before, after, shownSide)
  return [fillTemplate(figures, { before: was, after: is })]
}
