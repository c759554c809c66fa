import { type DecimalString, type Issue, localizeText } from '@clientele/core'
import { addIssuesAt, checkRecord, throwIssues } from '@clientele/core/checks'
import { formatMessage, shown } from '@clientele/core/explain'
import type { BeforeAndAfter, ComparedScorecards, ComparisonReason, CriterionDifference, ScoreComparison } from '../comparison/types.js'
import { en } from '../locales/en.js'
import type { ScoringLocale } from '../locales/types.js'
import { checkScorecard } from '../scorecard/checkScorecard.js'
import { checkLists, checkResult, type TitledScorecard, titleScorecard } from './readResult.js'

/**
 * Says in sentences why a score differs from another.
 *
 * @param comparison - What {@link compareScores} returned.
 * @param scorecards - The scorecards that made it, `before` and `after`; titles are taken from them, first from `after`.
 * @param locale - The language; English unless given.
 * @returns The totals, what comes from the ratings and what from the scorecard, each criterion that differs, and what else changed.
 * @throws {@link InputError} if a scorecard is not one, or not one of those that made the result.
 * @example
 * import { compareScores } from '@clientele/scoring'
 * import { explainComparison } from '@clientele/scoring/explain'
 * import { customerScreening } from '@clientele/scoring/templates'
 *
 * const ratings = { demand: 4, 'gross-profit': 3, prospects: 5, payment: 4, cooperation: 2 }
 * const candidates = { before: { id: 'B', ratings }, after: { id: 'B', ratings: { ...ratings, payment: 5 } } }
 * const scorecards = { before: customerScreening, after: customerScreening }
 * explainComparison(compareScores(candidates, scorecards), scorecards).sentences
 * //=> ['B: 57 before, 59 after; the difference is +2.', 'From the ratings come +2, from the scorecard 0.', 'Able to pay on time: 8 → 10 points, +2 from the rating and 0 from the scorecard.']
 */
export function explainComparison(
  comparison: ScoreComparison,
  scorecards: ComparedScorecards,
  locale: ScoringLocale = en,
): { readonly sentences: readonly string[] } {
  const { before, after } = titleBoth(scorecards, locale)
  checkResult(comparison, 'comparison', 'criteria', before.card)
  checkLists(comparison, 'comparison', ['criteria', 'reasons', 'policies'])
  const { policies } = comparison
  checkResult({ ...comparison, policies: policies.slice(0, 1) }, 'comparison', 'criteria', before.card)
  checkResult({ ...comparison, policies: policies.slice(-1) }, 'comparison', 'criteria', after.card)
  const titleOf = (criterion: string): string => (after.criteria.get(criterion) ?? before.criteria.get(criterion))?.title ?? criterion
  return {
    sentences: [
      explainTotals(comparison, locale),
      formatMessage(locale.comparison.parts, signedParts(comparison)),
      ...comparison.criteria.filter(differs).map((one) => explainCriterion(one, titleOf(one.criterion), locale)),
      ...comparison.reasons.map((reason) => explainReason(reason, scorecards, titleOf, locale)),
    ],
  }
}

/** Checks and reads both scorecards, or throws with everything that is wrong with them. */
function titleBoth(scorecards: ComparedScorecards, { languageTag }: ScoringLocale): BeforeAndAfter<TitledScorecard> {
  const issues: Issue[] = []
  if (checkRecord(scorecards, ['scorecards'], issues)) {
    for (const side of ['before', 'after'] as const) addIssuesAt(['scorecards', side], checkScorecard(scorecards[side]), issues)
  }
  throwIssues(issues)
  return { before: titleScorecard(scorecards.before, languageTag), after: titleScorecard(scorecards.after, languageTag) }
}

function explainTotals({ before, after, difference }: ScoreComparison, { comparison }: ScoringLocale): string {
  const facts = { candidate: after.candidate, other: before.candidate, before: shown(before.total), after: shown(after.total) }
  const template = before.candidate === after.candidate ? comparison.totals : comparison.totalsOfTwo
  return formatMessage(template, { ...facts, difference: signed(difference) })
}

function explainCriterion({ before, after, ...parts }: CriterionDifference, criterion: string, locale: ScoringLocale): string {
  return formatMessage(locale.comparison.criterion, { criterion, before: shown(before), after: shown(after), ...signedParts(parts) })
}

function differs({ fromRatings, fromScorecard }: CriterionDifference): boolean {
  return fromRatings !== '0' || fromScorecard !== '0'
}

function signedParts({ fromRatings, fromScorecard }: { readonly fromRatings: DecimalString; readonly fromScorecard: DecimalString }): {
  readonly fromRatings: string
  readonly fromScorecard: string
} {
  return { fromRatings: signed(fromRatings), fromScorecard: signed(fromScorecard) }
}

function signed(value: DecimalString): string {
  return value === '0' || value.startsWith('-') ? shown(value) : `+${value}`
}

function explainReason(
  { code, params }: ComparisonReason,
  scorecards: ComparedScorecards,
  titleOf: (criterion: string) => string,
  { comparison, languageTag }: ScoringLocale,
): string {
  if (code !== 'grade-changed') return formatMessage(comparison.reasons[code], { criterion: titleOf(params.criterion) })
  const gradeOf = (side: 'before' | 'after'): string => {
    const id = params[side]
    if (id === null) return comparison.noGrade
    return localizeText(scorecards[side].grades?.find((grade) => grade.id === id)?.title ?? id, languageTag)
  }
  return formatMessage(comparison.reasons[code], { before: gradeOf('before'), after: gradeOf('after') })
}
