import { formatMessage, type Title } from '@clientele/core/explain'
import type { TieringLocale } from '../locales/types.js'
import type { ShareExpectation, TierDiagnosis } from '../tiers/types.js'
import { type AmountUnit, shownAmount } from './shownAmount.js'
import { shownShareApart } from './shownShare.js'

/** Says what is to be known about tiers; what is not as expected is said like what is. */
export function explainTierDiagnosis({ code, params }: TierDiagnosis, title: Title, unit: AmountUnit, locale: TieringLocale): string {
  if (code === 'share-not-as-expected') return explainExpectation({ ...params, met: false }, title, locale)
  const text = locale.tiers.diagnoses[code]
  const inUnit = (amount: string): string => shownAmount(amount, unit, locale)
  switch (code) {
    case 'top-tier-empty':
    case 'tier-empty':
      return formatMessage(text, { tier: title(params.tier) })
    case 'all-equal':
      return formatMessage(text, { value: inUnit(params.value) })
    case 'total-not-positive':
      return formatMessage(text, { total: inUnit(params.total) })
    case 'values-below-zero':
      return formatMessage(text, { count: params.count, value: inUnit(params.value) })
    default:
      return formatMessage(text, params)
  }
}

/** Says whether a tier brings in what is expected of it. */
export function explainExpectation(expectation: ShareExpectation, title: Title, { tiers }: TieringLocale): string {
  const { tier, fromPercent, toPercent, shareOfValue, met } = expectation
  const facts = { tier: title(tier), fromPercent, toPercent }
  if (shareOfValue === null) return formatMessage(tiers.expectations.withoutShares, facts)
  return formatMessage(tiers.expectations[met ? 'met' : 'unmet'], { ...facts, percent: shownShareApart(shareOfValue, [fromPercent, toPercent]) })
}
