import type { DecimalString, Issue } from '@clientele/core'
import { throwIssues } from '@clientele/core/checks'
import { Decimal } from '@clientele/core/decimal'
import { formatMessage, shown, titleOf } from '@clientele/core/explain'
import { en } from '../locales/en.js'
import type { CreditLocale } from '../locales/types.js'
import type { CreditGrade, CreditRating, CreditRatingScheme, RatingContribution, RatingFactor, RatingReason } from '../rating/types.js'
import { checkRatingOfScheme } from './checkRating.js'
import { roundApart, roundFigure, shownFigure } from './shownFigure.js'

/** What facts, points and weights are shown with. */
const DECIMAL_PLACES = 6

type StandardReason = Extract<RatingReason, { readonly code: 'meets-standard' | 'below-standard' }>

/** What the sentences about a rating take from its scheme: what things are called, and the score, unrounded and as it is shown. */
interface RatingFacts {
  readonly factorTitle: (id: string) => string
  readonly gradeTitle: (id: string) => string
  readonly score: Decimal
  readonly shownScore: Decimal
}

/**
 * Says in sentences which grade a customer has, with the sum behind it; whether the credit standard is met; and what is lacking to the next grade.
 *
 * @param rating - What {@link rateCustomer} returned.
 * @param scheme - The rating scheme that made it; its titles are taken from it.
 * @param locale - The language; English unless given.
 * @returns The grade and the losses that are expected of it; whether the standard is met; the score, rounded to two decimal places, or to as many as show
 * on which side of each grade it is; a sentence for each factor; what the grade requires, and what is lacking to the next better one.
 * @throws {@link InputError} if the scheme is not one, or not the one that made the rating: one that gives other points or another grade is refused, also
 * of the same version.
 * @example
 * import { rateCustomer } from '@clientele/credit'
 * import { explainRating } from '@clientele/credit/explain'
 * import { fiveCRating } from '@clientele/credit/templates'
 *
 * const facts = { character: 4, capacity: 3, capital: 3, collateral: 2, conditions: 5 }
 * const report = { customer: 'C-1', depth: 'standard', date: '2024-03-01', sections: [{ id: 'five-cs', facts }] } as const
 * const { sentences } = explainRating(rateCustomer(report, fiveCRating), fiveCRating)
 * sentences[0] //=> 'Under the scheme "Rating by the five Cs", customer C-1 has the grade B, for which losses of 2% of sales are expected.'
 * sentences[1] //=> 'The credit standard allows expected losses of at most 2%: with 2%, the customer meets it.'
 * sentences[2] //=> 'The score is 67: weighted points of 6700, divided by weights of 100.'
 * sentences[3] //=> 'The factor "character" is 4 and rated 80; times the weight of 30, that is 2400.'
 * sentences[9] //=> 'The next better grade, A, requires a score of at least 70, which is 3 more.'
 */
export function explainRating(
  rating: CreditRating,
  scheme: CreditRatingScheme,
  locale: CreditLocale = en,
): { readonly sentences: readonly string[] } {
  const issues: Issue[] = []
  checkRatingOfScheme(rating, scheme, issues)
  throwIssues(issues)
  const { customer, grade, weightedPoints, totalWeight, contributions, reasons } = rating
  const own = { ...scheme }
  const { score: kind = 'weighted-average' } = own
  const facts = factsOf(rating, own, locale)
  const standard = standardOf(reasons)
  const { rating: texts } = locale
  return {
    sentences: [
      formatMessage(texts.grade, {
        scheme: titleOf(own, locale),
        customer,
        grade: facts.gradeTitle(grade),
        percent: standard.params.expectedPercent,
      }),
      formatMessage(texts.reasons[standard.code], standard.params),
      formatMessage(texts.score[kind], {
        score: shownFigure(facts.score, locale, facts.shownScore),
        weightedPoints: shownInput(weightedPoints, locale),
        totalWeight: shownInput(totalWeight, locale),
      }),
      ...contributions.map((contribution) => explainContribution(contribution, facts, locale)),
      ...explainGrade(reasons, own.grades.length === 1, facts, locale),
    ],
  }
}

function factsOf({ weightedPoints, totalWeight }: CreditRating, scheme: CreditRatingScheme, locale: CreditLocale): RatingFacts {
  const factors = new Map(scheme.factors.map((factor) => [factor.id, { ...factor }]))
  const grades = new Map(scheme.grades.map((grade) => [grade.id, { ...grade }]))
  const points = new Decimal(weightedPoints)
  const score = scheme.score === 'weighted-sum' ? points : points.div(totalWeight)
  const bounds = [...grades.values()].flatMap(({ from }) => (from === null ? [] : [new Decimal(from)]))
  return {
    factorTitle: (id) => titleOf(factors.get(id) as RatingFactor, locale),
    gradeTitle: (id) => titleOf(grades.get(id) as CreditGrade, locale),
    score,
    shownScore: roundApart(score, bounds),
  }
}

/** The reason that tells whether the standard is met, which every rating has. */
function standardOf(reasons: readonly RatingReason[]): StandardReason {
  return reasons.find(({ code }) => code === 'meets-standard' || code === 'below-standard') as StandardReason
}

function explainContribution({ factor, value, ...figures }: RatingContribution, { factorTitle }: RatingFacts, locale: CreditLocale): string {
  const { factor: known, reasons } = locale.rating
  return formatMessage(value === null ? reasons['fact-unknown'] : known, {
    factor: factorTitle(factor),
    value: value === null ? '' : shownInput(value, locale),
    points: shownInput(figures.points, locale),
    weight: shownInput(figures.weight, locale),
    weightedPoints: shownInput(figures.weightedPoints, locale),
  })
}

/** What the grade requires, and what the next better one does. */
function explainGrade(reasons: readonly RatingReason[], isOnly: boolean, { gradeTitle, score }: RatingFacts, locale: CreditLocale): string[] {
  const { reasons: texts, lowestGrade, bestGrade, onlyGrade } = locale.rating
  const isBest = reasons.every(({ code }) => code !== 'better-grade')
  return reasons.flatMap(({ code, params }) => {
    if (code === 'better-grade') {
      const lacking = shownFigure(new Decimal(params.from).minus(score), locale)
      return [formatMessage(texts[code], { grade: gradeTitle(params.grade), from: shown(params.from), lacking })]
    }
    if (code !== 'grade-reached') return []
    const grade = gradeTitle(params.grade)
    const lowest = isOnly ? [] : [formatMessage(lowestGrade, { grade })]
    const required = params.from === null ? lowest : [formatMessage(texts[code], { grade, from: shown(params.from) })]
    return [...required, ...(isBest ? [isOnly ? onlyGrade : bestGrade] : [])]
  })
}

/** What a host gave, or a product of it: exact, unless it is very long. */
function shownInput(figure: DecimalString, locale: CreditLocale): string {
  return shownFigure(figure, locale, roundFigure(new Decimal(figure), DECIMAL_PLACES))
}
