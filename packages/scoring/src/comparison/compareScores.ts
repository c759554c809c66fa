import type { DecimalString, Issue, Path, PolicyReference } from '@clientele/core'
import { addIssuesAt, checkKeys, checkRecord, ownValue, throwIssues } from '@clientele/core/checks'
import { Decimal, decimalText } from '@clientele/core/decimal'
import { totalOf } from '../score/composeScore.js'
import { rateCandidate } from '../score/rateCandidate.js'
import { checkScorecard } from '../scorecard/checkScorecard.js'
import type { PreparedScorecard, ReadRating } from '../scorecard/prepared.js'
import { prepareScorecard } from '../scorecard/prepareScorecard.js'
import type { Scorecard } from '../scorecard/types.js'
import { pointsOf, splitDifference } from './splitDifference.js'
import type { ComparedCandidates, ComparedScorecards, ComparisonReason, CriterionDifference, DifferenceParts, ScoreComparison } from './types.js'

const SIDES = ['before', 'after'] as const

/** One side of a comparison, read. */
interface Side {
  readonly id: string
  readonly card: PreparedScorecard
  readonly ratings: ReadonlyMap<string, ReadRating>
  readonly total: Decimal
}

/**
 * Tells why a score differs from an earlier one (or from another's): how much came from the ratings, how much from the scorecard.
 *
 * The split is the mean of the two orders in which the change can be told, ratings first or scorecard first, so what both did together
 * is shared equally (the Shapley value of two causes). A criterion that only one of the scorecards has is the scorecard's doing.
 * Everything is exact, and the parts add up.
 *
 * @param candidates - `before` and `after`: an id, and a rating per criterion on the scale of that side's scorecard.
 * @param scorecards - `before` and `after`: the scorecard of each side; pass the same one twice where only the ratings changed.
 * @returns The difference of the totals (after − before), its two parts, and the same by criterion.
 * @throws {@link InputError} if a scorecard is not one, or a candidate does not fit its own.
 * @see L. S. Shapley, "A value for n-person games", 1953; two causes: the mean of both orders (M. Bennet, 1920, for prices and quantities).
 * @example
 * import { compareScores } from '@clientele/scoring'
 * import { customerScreening } from '@clientele/scoring/templates'
 *
 * const ratings = { demand: 4, 'gross-profit': 3, prospects: 5, payment: 4, cooperation: 2 }
 * const before = { id: 'B', ratings }
 * const after = { id: 'B', ratings: { ...ratings, payment: 2 } }
 * const [demand, profit, prospects, payment, cooperation] = customerScreening.criteria
 * const heavier = { ...customerScreening, version: '2', criteria: [demand, profit, prospects, { ...payment, weight: 4 }, cooperation] }
 * const { difference, fromRatings, fromScorecard } = compareScores({ before, after }, { before: customerScreening, after: heavier })
 * const parts = [difference, fromRatings, fromScorecard]
 * parts //=> ['0', '-6', '6']
 */
export function compareScores(candidates: ComparedCandidates, scorecards: ComparedScorecards): ScoreComparison {
  const { before, after } = readSides(candidates, scorecards)
  const criteria = [...new Set([...after.card.criteria, ...before.card.criteria].map(({ id }) => id))].map((id) =>
    compareCriterion(id, before, after),
  )
  const sum = (part: keyof DifferenceParts): DecimalString => decimalText(criteria.reduce((total, one) => total.plus(one[part]), new Decimal(0)))
  return {
    difference: sum('difference'),
    fromRatings: sum('fromRatings'),
    fromScorecard: sum('fromScorecard'),
    before: summarise(before),
    after: summarise(after),
    criteria,
    reasons: reasonsFor(criteria, before, after),
    policies: policiesOf(before, after),
  }
}

function readSides(candidates: unknown, scorecards: unknown): { readonly before: Side; readonly after: Side } {
  const issues: Issue[] = []
  const cards = readPair(scorecards, 'scorecards', issues)
  const rows = readPair(candidates, 'candidates', issues)
  for (const side of SIDES) {
    if (cards !== undefined) addIssuesAt(['scorecards', side], checkScorecard(cards[side]), issues)
  }
  throwIssues(issues)
  const read = SIDES.map((side) => readSide(rows?.[side], prepareScorecard(cards?.[side] as Scorecard), ['candidates', side], issues))
  throwIssues(issues)
  const [before, after] = read as [Side, Side]
  return { before, after }
}

function readPair(value: unknown, name: string, issues: Issue[]): { readonly before: unknown; readonly after: unknown } | undefined {
  if (!checkRecord(value, [name], issues)) return undefined
  checkKeys(value, SIDES, [name], issues)
  return { before: ownValue(value, 'before'), after: ownValue(value, 'after') }
}

function readSide(candidate: unknown, card: PreparedScorecard, path: Path, issues: Issue[]): Side | undefined {
  const rated = rateCandidate(candidate, card, path, issues)
  if (rated === undefined) return undefined
  const { id, ratings } = rated
  return { id, card, ratings: new Map(ratings.map((rating) => [rating.criterion.id, rating])), total: totalOf(ratings) }
}

function compareCriterion(criterion: string, before: Side, after: Side): CriterionDifference {
  const ratings = { before: before.ratings.get(criterion), after: after.ratings.get(criterion) }
  const { fromRatings, fromScorecard } = splitDifference(ratings)
  return {
    criterion,
    before: decimalText(pointsOf(ratings.before)),
    after: decimalText(pointsOf(ratings.after)),
    ...(ratings.before === undefined ? { only: 'after' as const } : ratings.after === undefined ? { only: 'before' as const } : {}),
    difference: decimalText(pointsOf(ratings.after).minus(pointsOf(ratings.before))),
    fromRatings: decimalText(fromRatings),
    fromScorecard: decimalText(fromScorecard),
  }
}

function summarise(side: Side): ScoreComparison['before'] {
  return { candidate: side.id, total: decimalText(side.total), grade: gradeOf(side) }
}

function gradeOf({ card, total }: Side): string | null {
  return card.grades.find(({ from }) => total.gte(from))?.id ?? null
}

function reasonsFor(criteria: readonly CriterionDifference[], before: Side, after: Side): ComparisonReason[] {
  const grades = { before: gradeOf(before), after: gradeOf(after) }
  return [
    ...criteria.flatMap(({ criterion, only }): ComparisonReason[] =>
      only === undefined ? [] : [{ code: only === 'after' ? 'criterion-added' : 'criterion-removed', params: { criterion } }],
    ),
    ...(grades.before === grades.after ? [] : [{ code: 'grade-changed', params: grades } as const]),
  ]
}

function policiesOf(before: Side, after: Side): PolicyReference[] {
  const references = [...before.card.policies, ...after.card.policies]
  const texts = references.map((reference) => JSON.stringify(reference))
  return references.filter((_, index) => texts.indexOf(texts[index] as string) === index)
}
