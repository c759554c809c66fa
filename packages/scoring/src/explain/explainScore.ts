import { localizeText } from '@clientele/core'
import { Decimal, decimalText } from '@clientele/core/decimal'
import { formatMessage, shown } from '@clientele/core/explain'
import { en } from '../locales/en.js'
import type { ScoringLocale } from '../locales/types.js'
import type { Contribution, ScoredCandidate } from '../score/types.js'
import type { PreparedScorecard } from '../scorecard/prepared.js'
import type { Grade, Scorecard } from '../scorecard/types.js'
import { checkContributions, checkResult, type TitledCriterion, titleScorecard } from './readResult.js'

/** A score in words. */
export interface ScoreExplanation {
  /** The whole sum: `5×5 + 4×5 + 3×4 + 2×3 + 1×4 = 67`. */
  readonly formula: string
  readonly sentences: readonly string[]
}

const SHOWN_DIGITS = 3

/**
 * Says how a score came about: as a formula, and in sentences.
 *
 * @param score - A score of {@link scoreCandidate}, a row of {@link rankCandidates}, or what a compiled scorecard's `explain` gives.
 * @param scorecard - The scorecard that made it; titles and scales are taken from it.
 * @param locale - The language; English unless given.
 * @returns The formula, in which a cost criterion shows min + max − rating, and sentences for the total, each criterion, the average
 * rating (rounded half-up to three decimal places) and the grade.
 * @throws {@link InputError} if the scorecard is not one, or not the one that made the score.
 * @example
 * import { scoreCandidate } from '@clientele/scoring'
 * import { explainScore } from '@clientele/scoring/explain'
 * import { zhCN } from '@clientele/scoring/locales/zh-CN'
 * import { customerScreening } from '@clientele/scoring/templates'
 *
 * const ratings = { demand: 5, 'gross-profit': 5, prospects: 4, payment: 3, cooperation: 4 }
 * const score = scoreCandidate({ id: 'A', ratings }, customerScreening)
 * explainScore(score, customerScreening).formula //=> '5×5 + 4×5 + 3×4 + 2×3 + 1×4 = 67'
 * explainScore(score, customerScreening, zhCN).sentences[1] //=> '对产品或服务的需求量大：权重 5 × 评分 5 = 25。'
 */
export function explainScore(score: ScoredCandidate, scorecard: Scorecard, locale: ScoringLocale = en): ScoreExplanation {
  const titled = titleScorecard(scorecard, locale.languageTag)
  const { card, criteria } = titled
  checkResult(score, 'score', 'contributions', titled.card)
  checkContributions(score.contributions, ['score', 'contributions'], titled)
  const parts = score.contributions.map((contribution) => ({ contribution, criterion: criteria.get(contribution.criterion) as TitledCriterion }))
  const factors = parts.map(({ contribution, criterion }) => `${contribution.weight}×${factor(contribution, criterion)}`)
  return {
    formula: `${factors.join(' + ')} = ${shown(score.total)}`,
    sentences: [
      formatMessage(locale.score.total, {
        candidate: score.candidate,
        total: shown(score.total),
        minimum: shown(score.minimum),
        maximum: shown(score.maximum),
      }),
      ...parts.flatMap(({ contribution, criterion }) => explainContribution(contribution, criterion, locale)),
      ...explainAverage(score, card, locale),
      ...explainGrade(score, scorecard, locale),
    ],
  }
}

function factor({ rating }: Contribution, criterion: TitledCriterion): string {
  if (criterion.reversed) return `(${counting(rating, criterion)})`
  return operand(rating)
}

function operand(value: string): string {
  return value.startsWith('-') ? `(${shown(value)})` : value
}

function counting(rating: string, { minimum, maximum }: TitledCriterion): string {
  return `${shown(decimalText(minimum))} + ${operand(decimalText(maximum))} − ${operand(rating)}`
}

function explainContribution(contribution: Contribution, criterion: TitledCriterion, locale: ScoringLocale): string[] {
  const { weight, rating, missing } = contribution
  const facts = {
    criterion: criterion.title,
    weight,
    rating: operand(rating),
    points: shown(contribution.points),
    counting: counting(rating, criterion),
    counted: operand(contribution.counted ?? rating),
  }
  const sentence = formatMessage(criterion.reversed ? locale.score.costContribution : locale.score.contribution, facts)
  return missing === undefined ? [sentence] : [formatMessage(locale.score.missing[missing], { ...facts, rating: shown(rating) }), sentence]
}

function explainAverage({ total }: ScoredCandidate, { weightSum }: PreparedScorecard, locale: ScoringLocale): string[] {
  if (weightSum.isZero()) return []
  const average = new Decimal(total).div(weightSum).toDecimalPlaces(SHOWN_DIGITS)
  return [formatMessage(locale.score.average, { weights: decimalText(weightSum), average: shown(decimalText(average)) })]
}

function explainGrade({ reasons }: ScoredCandidate, { grades = [] }: Scorecard, locale: ScoringLocale): string[] {
  const titleOf = (id: string): string => localizeText(grades.find((grade: Grade) => grade.id === id)?.title ?? id, locale.languageTag)
  return reasons.flatMap(({ code, params }) => {
    if (code === 'grade-reached') return [formatMessage(locale.score.grade, { grade: titleOf(params.grade), from: shown(params.from) })]
    if (code === 'below-every-grade')
      return [formatMessage(locale.score.belowEveryGrade, { grade: titleOf(params.lowest), from: shown(params.from) })]
    return []
  })
}
