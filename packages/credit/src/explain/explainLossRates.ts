import type { Issue } from '@clientele/core'
import { throwIssues } from '@clientele/core/checks'
import { Decimal } from '@clientele/core/decimal'
import { formatMessage, shown, shownPart } from '@clientele/core/explain'
import { en } from '../locales/en.js'
import type { CreditLocale } from '../locales/types.js'
import type { LossRate, LossRates } from '../provisions/types.js'
import { checkLossRates } from './checkAllowance.js'
import { shownBucket } from './shownFacts.js'

/**
 * Says in sentences what is lost in the end of what reaches each bucket.
 *
 * @param rates - What {@link lossRatesFromRollRates} returned.
 * @param locale - The language; English unless given.
 * @returns A sentence for each bucket, the rate in percent to two decimal places.
 * @throws {@link InputError} if `rates` are none, or one is not that of what is lost.
 * @example
 * import { lossRatesFromRollRates } from '@clientele/credit'
 * import { explainLossRates } from '@clientele/credit/explain'
 *
 * explainLossRates(lossRatesFromRollRates({ sales: 100_000, openAfter: [23_000], lost: 2000 })).sentences
 * //=> ['Not due yet: of 100000 that reaches it, 2000 is lost in the end, which is 2%.', 'over-0: of 23000 that reaches it, 2000 is lost in the end, which is, rounded, 8.7%.']
 */
export function explainLossRates(rates: LossRates, locale: CreditLocale = en): { readonly sentences: readonly string[] } {
  const issues: Issue[] = []
  checkLossRates(rates, issues)
  throwIssues(issues)
  return { sentences: rates.rates.map((rate) => explainRate(rate, locale)) }
}

function explainRate({ bucket, lost, of }: LossRate, locale: CreditLocale): string {
  const percent = shownPart(lost, of)
  const { exact, rounded } = locale.allowance.lossRate
  // What is near to 0 or 100 is shown as below or above a percentage, which is true.
  const isExact = /^[<>]/.test(percent) || new Decimal(of).times(percent).eq(new Decimal(lost).times(100))
  return formatMessage(isExact ? exact : rounded, { bucket: shownBucket(bucket, locale), lost: shown(lost), of: shown(of), percent })
}
