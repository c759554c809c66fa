import type { DecimalInput, DecimalString, Issue } from '@clientele/core'
import { throwIssues } from '@clientele/core/checks'
import { Decimal, decimalText } from '@clientele/core/decimal'
import { formatMessage, type Title, titleOf, titlesOf } from '@clientele/core/explain'
import { en } from '../locales/en.js'
import type { TieringLocale } from '../locales/types.js'
import type { ShareCut, ThresholdTier, Tiering, TierScheme, TierSummary } from '../tiers/types.js'
import { checkTieringOfScheme } from './checkTiering.js'
import type { CustomerSentences } from './customerSentences.js'
import { explainExpectation, explainTierDiagnosis } from './explainTierDiagnosis.js'
import { explainTieredCustomer } from './explainTieredCustomer.js'
import { shownAmount } from './shownAmount.js'
import { shownShare } from './shownShare.js'
import { tiersOf } from './tiersOf.js'

/**
 * Says in sentences how customers are sorted into tiers and, of each, why it is in its tier and not in a better one, and what it takes to move up.
 *
 * @param tiering - What {@link classifyByThreshold}, {@link classifyByShare} or {@link classifyByScore} returned.
 * @param scheme - The tier scheme that made it; its titles are taken from it.
 * @param locale - The language; English unless given.
 * @returns `sentences` about all: how many customers there are, over how many months values are averages, by which rule shares place them, what each
 * tier takes and brings in, whether that is as
 * expected, and what is to be known about it; and in `customers` the sentences about each, in the order of the tiering. It takes O(n log n) for n
 * customers, for values are classified again.
 * @throws {@link InputError} if the scheme is not one, or not the one that made the tiering: one that places a value otherwise is refused, also of the
 * same version.
 * @example
 * import { classifyByThreshold } from '@clientele/tiering'
 * import { explainTiers } from '@clientele/tiering/explain'
 * import { textbookAbc } from '@clientele/tiering/templates'
 *
 * const tiering = classifyByThreshold([{ customer: 'Li', value: 600000 }, { customer: 'Wu', value: 465000 }], textbookAbc)
 * const { sentences, customers } = explainTiers(tiering, textbookAbc)
 * sentences[0] //=> 'Customers in tiers under the scheme "ABC by average monthly sales": 2; their value in all: 1065000.00 CNY.'
 * customers[1].sentences[0] //=> 'Customer Wu is in tier "B: in between" with 465000.00 CNY, which is more than 100000.00 CNY; rank: 2 of 2.'
 * customers[1].sentences[1] //=> 'To reach tier "A: few and large", more than 500000.00 CNY is needed, which is 35000.00 CNY more.'
 */
export function explainTiers(
  tiering: Tiering,
  scheme: TierScheme,
  locale: TieringLocale = en,
): { readonly sentences: readonly string[]; readonly customers: readonly CustomerSentences[] } {
  const issues: Issue[] = []
  checkTieringOfScheme(tiering, scheme, issues)
  throwIssues(issues)
  const found = { ...tiering }
  const own = { ...scheme }
  const title = titlesOf(tiersOf(own), locale)
  const { customers, tiers, expectations = [], diagnoses } = found
  const total = shownAmount(found.total, found, locale)
  return {
    sentences: [
      formatMessage(locale.tiers.scheme, { scheme: titleOf(own, locale), count: customers.length, total }),
      ...explainAverages(found, locale),
      ...explainRule(own, locale),
      ...(customers.length === 0 ? [] : tiers.map((tier, index) => explainTier(tier, takenBy(own, index, found, locale), found, title, locale))),
      ...expectations.map((one) => explainExpectation(one, title, locale)),
      ...diagnoses.filter(({ code }) => code !== 'share-not-as-expected').map((diagnosis) => explainTierDiagnosis(diagnosis, title, found, locale)),
    ],
    customers: customers.map((one) => ({ customer: one.customer, sentences: explainTieredCustomer(one, found, own, title, locale) })),
  }
}

/** Over how many months values are averages, and what all come to exactly: rounded averages need not add up. */
function explainAverages({ currency, months, sum, customers }: Tiering, locale: TieringLocale): string[] {
  if (months === undefined || customers.length === 0) return []
  return [formatMessage(locale.tiers.averages, { months, sum: shownAmount(sum as DecimalString, { currency }, locale) })]
}

/** How shares place customers; nothing where there is only one tier. */
function explainRule(scheme: TierScheme, { tiers }: TieringLocale): string[] {
  if (scheme.type === 'threshold' || scheme.cuts.length === 1) return []
  return [tiers.rules[scheme.type][scheme.boundary ?? 'before']]
}

/** What the tier at an index of the scheme takes. */
function takenBy(scheme: TierScheme, index: number, found: Tiering, locale: TieringLocale): string {
  const { takes } = locale.tiers
  if (index === tiersOf(scheme).length - 1) return takes.others
  if (scheme.type !== 'threshold') {
    const { upToPercent } = scheme.cuts[index] as ShareCut
    return formatMessage(takes[scheme.type], { percent: decimalText(new Decimal(upToPercent)) })
  }
  const { from } = scheme.tiers[index] as ThresholdTier
  const text = decimalText(new Decimal(from as DecimalInput))
  return formatMessage(takes[scheme.boundary ?? 'above'], { from: shownAmount(text, found, locale) })
}

function explainTier({ tier, count, ...figures }: TierSummary, takes: string, found: Tiering, title: Title, locale: TieringLocale): string {
  const { shareOfCustomers, shareOfValue } = figures
  const facts = {
    tier: title(tier),
    takes,
    count,
    customerPercent: shownShare(shareOfCustomers ?? 0),
    value: shownAmount(figures.value, found, locale),
  }
  if (shareOfValue === null) return formatMessage(locale.tiers.tierWithoutShare, facts)
  return formatMessage(locale.tiers.tier, { ...facts, valuePercent: shownShare(shareOfValue) })
}
