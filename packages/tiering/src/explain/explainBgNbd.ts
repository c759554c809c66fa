import type { Issue } from '@clientele/core'
import { throwIssues } from '@clientele/core/checks'
import { formatMessage, shownPercent } from '@clientele/core/explain'
import type { BgNbdDiagnosis, BgNbdFit, BgNbdParameters } from '../lifetime/types.js'
import { en } from '../locales/en.js'
import type { TieringLocale } from '../locales/types.js'
import { checkBgNbdFit } from './checkFit.js'
import { explainFitDiagnosis, explainParameters, explainSearch, spreadOf } from './explainFit.js'
import { shownMeasure } from './shownMeasure.js'
import { shownProbability } from './shownProbability.js'

/**
 * Says in sentences what a fit of BG/NBD means, and whether to rely on it.
 *
 * @param fit - What {@link fitBgNbd} returned.
 * @param locale - The language; English unless given.
 * @returns What it was made from; whether a maximum was found; what is to be known about it, with what follows; if one was found, how often customers
 * buy and how soon they stop, and how much they differ in that (much where the standard deviation is the average or more, little where it is less
 * than three tenths of it); and the parameters with their standard errors.
 * @throws {@link InputError} if `fit` is none.
 * @see P. S. Fader, B. G. S. Hardie and K. L. Lee, *"Counting your customers" the easy way*, Marketing Science 24(2), 2005, 275–284.
 * @example
 * import { fitBgNbd } from '@clientele/tiering'
 * import { explainBgNbd } from '@clientele/tiering/explain'
 *
 * const customers = [{ repeatPurchases: 0, lastPurchaseAge: 0, age: 30 }, { repeatPurchases: 0, lastPurchaseAge: 0, age: 38 }]
 * const { sentences } = explainBgNbd(fitBgNbd(customers, { unit: 'week' }))
 * sentences[0]
 * //=> 'BG/NBD, a model of how often customers buy and when they stop. Customers that it is made from: 2; with repeat purchases: 0 (0%).'
 * sentences.find((text) => text.startsWith('None'))
 * //=> 'None of the customers (2) bought again, so nothing tells how often customers buy or when they stop: do not rely on these parameters.'
 */
export function explainBgNbd(fit: BgNbdFit, locale: TieringLocale = en): { readonly sentences: readonly string[] } {
  const issues: Issue[] = []
  checkBgNbdFit(fit, ['fit'], issues)
  throwIssues(issues)
  const { customers, repeatBuyers, parameters, standardErrors, converged, diagnoses } = fit
  const { r, alpha, a, b } = parameters
  const named = Object.entries({ r, alpha, a, b })
  return {
    sentences: [
      formatMessage(locale.bgNbd.fitted, { customers, repeatBuyers, percent: shownPercent(repeatBuyers / customers) }),
      // Where nobody bought again, nothing was searched.
      ...(repeatBuyers === 0 ? [] : [explainSearch(fit, locale)]),
      ...diagnoses.map((diagnosis) => explainDiagnosis(diagnosis, locale)),
      ...(converged ? explainMeaning(parameters, locale) : []),
      ...explainParameters(named, standardErrors, locale),
    ],
  }
}

/** The means of the two distributions of customers, and their coefficients of variation. */
function explainMeaning({ unit, r, alpha, a, b }: BgNbdParameters, { bgNbd, ageUnits }: TieringLocale): string[] {
  const rates = 1 / Math.sqrt(r)
  const stops = Math.sqrt(b / a / (a + b + 1))
  return [
    formatMessage(bgNbd.rate, { unit: ageUnits[unit], rate: shownMeasure(r / alpha) }),
    formatMessage(bgNbd.rateSpread[spreadOf(rates)], { percent: shownPercent(rates) }),
    formatMessage(bgNbd.stop, { percent: shownProbability(a / (a + b)) }),
    formatMessage(bgNbd.stopSpread[spreadOf(stops)], { percent: shownPercent(stops) }),
  ]
}

function explainDiagnosis(diagnosis: BgNbdDiagnosis, locale: TieringLocale): string {
  switch (diagnosis.code) {
    case 'no-repeat-buyers':
    case 'repeats-at-age-zero':
      return formatMessage(locale.bgNbd.diagnoses[diagnosis.code], diagnosis.params)
    default:
      return explainFitDiagnosis(diagnosis, locale)
  }
}
