import { type Issue, roundDecimal } from '@clientele/core'
import { throwIssues } from '@clientele/core/checks'
import { formatMessage, listTexts, shownPercent } from '@clientele/core/explain'
import { en } from '../locales/en.js'
import type { ScoringLocale } from '../locales/types.js'
import type { FoundWeights, PairwiseWeights, WeightDiagnosis, WorstJudgement } from '../weights/types.js'
import { checkFoundWeights, checkNamedCriteria, type NamedCriterion, titlesOf } from './readWeights.js'

const SHOWN_DIGITS = 3

/**
 * Says in sentences how weights were found, what each criterion weighs, and what is to be known about it.
 *
 * @param found - What one of the ways to find weights returned, such as {@link entropyWeights} or {@link pairwiseWeights}.
 * @param criteria - Where titles are taken from: the criteria of the table or of a scorecard, each with `id` and `title`. A criterion that
 * is not there is called by its id; none is there unless given.
 * @param locale - The language; English unless given.
 * @returns The way, each weight in percent to two decimal places, each diagnosis; and for pairwise judgements how consistent they are, and
 * the one that the weights contradict most where that is not enough.
 * @throws {@link InputError} if `found` is no weights, or `criteria` no criteria.
 * @example
 * import { pairwiseWeights } from '@clientele/scoring'
 * import { explainWeights } from '@clientele/scoring/explain'
 *
 * const found = pairwiseWeights([[1, 9, 2], ['0.11', 1, 9], ['0.5', '0.11', 1]])
 * explainWeights(found, [{ id: '1', title: 'Demand' }]).sentences.slice(1)
 * //=> ['Demand: 65.48%.', '2: 24.99%.', '3: 9.53%.', 'The judgements contradict each other too much: their consistency ratio is 1.487, and up to 0.1 is acceptable.', 'Judgement Demand against 2 is 9, but the weights imply 2.621.']
 */
export function explainWeights(
  found: FoundWeights,
  criteria: readonly NamedCriterion[] = [],
  locale: ScoringLocale = en,
): { readonly sentences: readonly string[] } {
  const issues: Issue[] = []
  checkFoundWeights(found, ['found'], issues)
  checkNamedCriteria(criteria, issues)
  throwIssues(issues)
  const titles = titlesOf(criteria, locale.languageTag)
  const titleOf = (criterion: string): string => titles.get(criterion) ?? criterion
  const { ways, weight: template, correlations } = locale.weights
  const correlation = found.method === 'critic' ? correlations[found.correlation] : ''
  return {
    sentences: [
      formatMessage(ways[found.method], { correlation }),
      ...found.criteria.map(({ criterion, weight }) => formatMessage(template, { criterion: titleOf(criterion), percent: shownPercent(weight) })),
      ...(found.method === 'pairwise'
        ? explainConsistency(found, titleOf, locale)
        : found.diagnoses.map((diagnosis) => explainDiagnosis(diagnosis, titleOf, locale))),
    ],
  }
}

function explainConsistency(found: PairwiseWeights, titleOf: (criterion: string) => string, locale: ScoringLocale): string[] {
  const { consistent, inconsistent } = locale.weights
  const { worstJudgement } = found
  return [
    formatMessage(found.consistent ? consistent : inconsistent, { ratio: shownRatio(found) }),
    ...(worstJudgement === undefined ? [] : [explainWorst(worstJudgement, found, titleOf, locale)]),
  ]
}

/** A ratio just above the bound does not look like the bound. */
function shownRatio({ consistencyRatio, consistent }: PairwiseWeights): string {
  const rounded = roundDecimal(consistencyRatio, SHOWN_DIGITS)
  return !consistent && rounded === '0.1' ? roundDecimal(consistencyRatio, SHOWN_DIGITS, 'ceiling') : rounded
}

/** A judgement below 1 is told from the other side, as people judge. */
function explainWorst(worst: WorstJudgement, { criteria }: PairwiseWeights, titleOf: (criterion: string) => string, locale: ScoringLocale): string {
  const [first, second] = [worst.row, worst.column].map((place) => titleOf(criteria[place]?.criterion ?? String(place + 1)))
  const turned = worst.judgement < 1
  return formatMessage(locale.weights.worstJudgement, {
    row: (turned ? second : first) as string,
    column: (turned ? first : second) as string,
    judgement: roundDecimal(turned ? 1 / worst.judgement : worst.judgement, SHOWN_DIGITS),
    implied: roundDecimal(turned ? 1 / worst.implied : worst.implied, SHOWN_DIGITS),
  })
}

function explainDiagnosis({ code, params }: WeightDiagnosis, titleOf: (criterion: string) => string, locale: ScoringLocale): string {
  const template = locale.weights.diagnoses[code]
  if (code === 'constant-criterion') return formatMessage(template, { criterion: titleOf(params.criterion) })
  return code === 'no-conflict' ? formatMessage(template, { criteria: listTexts(params.criteria.map(titleOf), locale.core) }) : template
}
