import { type DecimalString, roundDecimal } from '@clientele/core'
import { Decimal, decimalText } from '@clientele/core/decimal'
import { formatMessage, shown, shownPercent } from '@clientele/core/explain'
import { en } from '../locales/en.js'
import type { ScoringLocale } from '../locales/types.js'
import { diagnoseOdds } from '../odds/diagnoseOdds.js'
import type { FieldValue, OddsFactor, OutcomeEstimate, OutcomeOdds, OutcomeReason } from '../odds/types.js'
import { readOutcome } from './readOutcome.js'

const SHOWN_DIGITS = 3

/** The greatest factor that is shown. */
const GREATEST_FACTOR = 1_000_000

/** Quotes and white space, by which a text would not show where it begins and ends. */
const UNCLEAR_ENDS = /^["“\s]|["”\s]$/

/**
 * Says in sentences how likely a lead is to be won, and what made it so.
 *
 * @param estimate - What {@link estimateOutcome} returned.
 * @param odds - The document that made it.
 * @param locale - The language; English unless given.
 * @returns The prior; what each field does to the odds of winning, rounded to three decimal places, or as more than 1,000,000;
 * what was left out, and why; the probability in percent, to two decimal places; and what is to be known about the history. Values that
 * are texts stand in quotes where they are empty or could be taken for numbers, for true or for false.
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
  return formatMessage(template, { field, value: shownValue(value, locale), factor: shownFactor(rounded, locale) })
}

function shownFactor(factor: DecimalString, { outcome }: ScoringLocale): string {
  return Number(factor) > GREATEST_FACTOR ? outcome.hugeFactor : factor
}

function explainReason({ code, params }: OutcomeReason, locale: ScoringLocale): string {
  const facts = 'value' in params ? { ...params, value: shownValue(params.value, locale) } : params
  return formatMessage(locale.outcome.reasons[code], facts)
}

/** A value; a text that is empty, or could be taken for a number or for true or false, stands in quotes. */
function shownValue(value: FieldValue, { outcome }: ScoringLocale): string {
  if (typeof value === 'number') return shown(decimalText(new Decimal(value)))
  if (typeof value === 'boolean') return String(value)
  const isUnclear = value === 'true' || value === 'false' || isNumeric(value) || UNCLEAR_ENDS.test(value)
  return isUnclear ? formatMessage(outcome.quoted, { text: value }) : value
}

/** Whether a text reads as a number; an empty one does. */
function isNumeric(text: string): boolean {
  return !Number.isNaN(Number(text.replace('−', '-')))
}
