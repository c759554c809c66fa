import type { Issue } from '@clientele/core'
import { throwIssues } from '@clientele/core/checks'
import { formatMessage, shownPercent } from '@clientele/core/explain'
import type { GammaGammaDiagnosis, GammaGammaFit, GammaGammaParameters } from '../lifetime/types.js'
import { en } from '../locales/en.js'
import type { TieringLocale } from '../locales/types.js'
import { checkGammaGammaFit } from './checkFit.js'
import { explainFitDiagnosis, explainParameters, explainSearch, spreadOf } from './explainFit.js'
import { shownApart, shownNumber } from './shownNumber.js'

/**
 * Says in sentences what a fit of Gamma-Gamma means, and whether to rely on it.
 *
 * @param fit - What {@link fitGammaGamma} returned.
 * @param locale - The language; English unless given.
 * @returns What it was made from; whether a maximum was found; what is to be known about it, with what follows; if one was found, how much customers
 * spend, where there is a mean, and how much they differ in that (much where the standard deviation is the average or more, little where it is less
 * than three tenths of it); whether spend and number of purchases are independent, as the model takes them to be; and the parameters with their
 * standard errors.
 * @throws {@link InputError} if `fit` is none.
 * @see P. S. Fader and B. G. S. Hardie, *The Gamma-Gamma model of monetary value*, 2013.
 * @example
 * import { fitGammaGamma } from '@clientele/tiering'
 * import { explainGammaGamma } from '@clientele/tiering/explain'
 *
 * const { sentences } = explainGammaGamma(fitGammaGamma([{ repeatPurchases: 2, meanSpend: 20 }, { repeatPurchases: 3, meanSpend: 30 }]))
 * sentences[0] //=> 'Gamma-Gamma, a model of how much customers spend on a purchase. Customers that it is made from: 2.'
 * sentences.includes('Customers with repeat purchases that count: 2. Fewer than 30 tell too little: do not rely on these parameters.') //=> true
 */
export function explainGammaGamma(fit: GammaGammaFit, locale: TieringLocale = en): { readonly sentences: readonly string[] } {
  const issues: Issue[] = []
  checkGammaGammaFit(fit, ['fit'], issues)
  throwIssues(issues)
  const { customers, parameters, standardErrors, converged, diagnoses } = fit
  const { p, q, v } = parameters
  return {
    sentences: [
      formatMessage(locale.gammaGamma.fitted, { customers }),
      explainSearch(fit, locale),
      ...diagnoses.map((diagnosis) => explainDiagnosis(diagnosis, locale)),
      ...(converged ? explainMeaning(parameters, locale) : []),
      ...explainCorrelation(fit, locale),
      ...explainParameters(Object.entries({ p, q, v }), standardErrors, locale),
    ],
  }
}

/** The mean over the customers, where there is one, and the coefficients of variation: of the customers' means, and of one customer's purchases. */
function explainMeaning({ p, q, v }: GammaGammaParameters, { gammaGamma }: TieringLocale): string[] {
  // Customers' means are distributed as the reciprocal of a gamma variable.
  const spread = 1 / Math.sqrt(q - 2)
  return [
    ...(q > 1 ? [formatMessage(gammaGamma.mean, { mean: shownNumber((p * v) / (q - 1)) })] : []),
    q > 2 ? formatMessage(gammaGamma.spread[spreadOf(spread)], { percent: shownPercent(spread) }) : gammaGamma.spreadBeyond,
    formatMessage(gammaGamma.ownSpread, { percent: shownPercent(1 / Math.sqrt(p)) }),
  ]
}

/** How far spend and number of purchases go together, unless a diagnosis says it. */
function explainCorrelation({ correlation, diagnoses }: GammaGammaFit, { gammaGamma }: TieringLocale): string[] {
  if (diagnoses.some(({ code }) => code === 'correlated')) return []
  if (correlation === null) return [gammaGamma.noCorrelation]
  return [formatMessage(gammaGamma.correlation, { correlation: shownNumber(correlation) })]
}

function explainDiagnosis(diagnosis: GammaGammaDiagnosis, locale: TieringLocale): string {
  const { diagnoses } = locale.gammaGamma
  switch (diagnosis.code) {
    case 'spend-not-positive':
      return formatMessage(diagnoses[diagnosis.code], diagnosis.params)
    case 'correlated': {
      const { correlation, limit } = diagnosis.params
      const [size, bound] = shownApart(Math.abs(correlation), limit)
      return formatMessage(diagnoses[diagnosis.code], { correlation: correlation < 0 ? `−${size}` : size, limit: bound })
    }
    case 'no-mean':
      return formatMessage(diagnoses[diagnosis.code], { q: shownApart(diagnosis.params.q, 1)[0] })
    default:
      return explainFitDiagnosis(diagnosis, locale)
  }
}
