import { compileOutcomeOdds } from './compileOutcomeOdds.js'
import type { OutcomeEstimate, OutcomeOdds } from './types.js'

/**
 * Estimates how likely a lead is to be won, from what past leads with the same values came to (naive Bayes).
 *
 * The odds of the prior are multiplied by a factor per field: the value's share of what was won ÷ its share of what was lost. A stage's
 * factor compares the share of won leads that reached it with the share of lost leads that did. Every count has the smoothing added to
 * it. A field whose value is not known or was never seen is left out, and so is a stage that too few records reached; reasons say so.
 * The product is carried to 5,000 digits, so the order of the fields changes nothing that a number can show. It takes O(n) for n values in
 * the document; for many leads use {@link compileOutcomeOdds}, which reads the document once.
 *
 * @param lead - A flat record; only the document's fields are read. A value is a string, a finite number, true or false; null, undefined
 * and left out mean that it is not known.
 * @param odds - What {@link learnOutcomeOdds} returned.
 * @returns The probability, the prior, a factor per field that counts, and why others do not. The probability is above 0 and below 1:
 * what would round to one of these is the nearest number between them.
 * @throws {@link InputError} if the document is wrong, or a value that is to be read cannot be one.
 * @see Naive Bayes as P. Domingos and M. Pazzani, "On the optimality of the simple Bayesian classifier", 1997; stages as in Odoo's
 * predictive lead scoring, whose tests give 33.49 % and 7.74 % where this does.
 * @example
 * import { estimateOutcome, learnOutcomeOdds } from '@clientele/scoring'
 *
 * const history = [
 *   { outcome: 'won', country: 2, source: 2 },
 *   { outcome: 'lost', country: 0, source: 0 },
 *   { outcome: 'lost', country: 1, source: 2 },
 * ]
 * const odds = learnOutcomeOdds(history, { fields: ['country', 'source'], smoothing: 1 })
 * const { probability, prior, contributions } = estimateOutcome({ country: 2, source: 2 }, odds)
 * prior //=> 0.4
 * contributions //=> [{ field: 'country', value: 2, factor: 2.5 }, { field: 'source', value: 2, factor: 1.3333333333333333 }]
 * probability //=> 0.6896551724137931
 */
export function estimateOutcome(lead: object, odds: OutcomeOdds): OutcomeEstimate {
  return compileOutcomeOdds(odds).estimateOutcome(lead)
}
