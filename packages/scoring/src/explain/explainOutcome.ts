import { roundDecimal } from '@clientele/core'
import { Decimal, decimalText } from '@clientele/core/decimal'
import { formatMessage } from '@clientele/core/explain'
import { en } from '../locales/en.js'
import type { ScoringLocale } from '../locales/types.js'
import { diagnoseOdds } from '../odds/diagnoseOdds.js'
import type { FieldValue, OddsFactor, OutcomeEstimate, OutcomeOdds, OutcomeReason } from '../odds/types.js'
import { readOutcome } from './readOutcome.js'
import { shown } from './shown.js'
import { shownPercent } from './shownPercent.js'

const SHOWN_DIGITS = 3

/**
 * Says in sentences how likely a lead is to be won, and what made it so.
 *
 * @param estimate - What {@link estimateOutcome} returned.
 * @param odds - The document that made it.
 * @param locale - The language; English unless given.
 * @returns The prior; what each field does to the odds of winning, rounded to three decimal places; what was left out, and why; the
 * probability in percent, to two decimal places; and what is to be known about the history.
 * @throws {@link InputError} if the document is not one, or not the one that made the estimate.
 * @example
 * import { estimateOutcome, learnOutcomeOdds } from '@clientele/scoring'
 * import { explainOutcome } from '@clientele/scoring/explain'
 *
 * const history = [{ outcome: 'won', source: 'fair' }, { outcome: 'lost', source: 'web' }]
 * const odds = learnOutcomeOdds(history, { fields: ['source', 'size'], smoothing: 1 })
 * explainOutcome(estimateOutcome({ source: 'fair' }, odds), odds).sentences
 * //=> ['Records: 1 won, 1 lost. Before anything is known of a lead, it is won with a probability of 50%.', 'source = fair multiplies the odds of winning by 2.', 'size is not known, so it does not count.', 'Taken together, the lead is won with a probability of 66.67%.']
 */
export function explainOutcome(estimate: OutcomeEstimate, odds: OutcomeOdds, locale: ScoringLocale = en): { readonly sentences: readonly string[] } {
  const read = readOutcome(estimate, odds)
  const { won, lost, rejected = [] } = read.odds
  const { prior, contributions, reasons, probability } = read.estimate
  return {
    sentences: [
      formatMessage(locale.outcome.prior, { won, lost, prior: shownPercent(prior) }),
      ...contributions.map((contribution) => explainFactor(contribution, locale)),
      ...reasons.map((reason) => explainReason(reason, locale)),
      formatMessage(locale.outcome.probability, { probability: shownPercent(probability) }),
      ...diagnoseOdds({ won, lost }, rejected.length).map(({ code, params }) => formatMessage(locale.outcome.diagnoses[code], params)),
    ],
  }
}

function explainFactor({ field, value, factor }: OddsFactor, locale: ScoringLocale): string {
  const { raises, lowers, keeps } = locale.outcome
  const rounded = roundDecimal(factor < 1 ? 1 / factor : factor, SHOWN_DIGITS)
  const template = rounded === '1' ? keeps : factor < 1 ? lowers : raises
  return formatMessage(template, { field, value: shownValue(value), factor: rounded })
}

function explainReason({ code, params }: OutcomeReason, locale: ScoringLocale): string {
  const facts = 'value' in params ? { ...params, value: shownValue(params.value) } : params
  return formatMessage(locale.outcome.reasons[code], facts)
}

function shownValue(value: FieldValue): string {
  return typeof value === 'number' ? shown(decimalText(new Decimal(value))) : String(value)
}
