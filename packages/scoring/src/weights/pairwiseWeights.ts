import type { Issue } from '@clientele/core'
import { checkKeys, checkRecord, createIssue, throwIssues } from '@clientele/core/checks'
import { checkIds } from './checkIds.js'
import { checkPairwiseMatrix } from './checkPairwiseMatrix.js'
import { principalEigenvector } from './principalEigenvector.js'
import { randomIndex } from './randomIndex.js'
import type { PairwiseMatrix, PairwiseOptions, PairwiseWeights, WorstJudgement } from './types.js'

/** Saaty's bound: a tenth of the inconsistency of random judgements. */
const ACCEPTABLE_RATIO = 0.1

/** A consistency index below this comes from rounding. */
const ROUNDING = 1e-12

/** Deviations, as natural logarithms, that differ by less than this are equal. */
const EQUAL_DEVIATION = 1e-9

/**
 * Finds weights from pairwise judgements (analytic hierarchy process), and how consistent the judgements are.
 *
 * The weights are the principal right eigenvector of the matrix. Of a judgement and its opposite the greater one counts, and the other may
 * be its reciprocal rounded to two decimal places or more (3 and 0.33). It takes O(n³) for n criteria.
 *
 * @param matrix - As many rows as criteria, with as many judgements each: how many times as important the row's criterion is as the
 * column's, above 0, from 1e-9 to 1e9; Saaty's scale goes from 1 (equally) to 9 (extremely).
 * @param options - `criteria`: the criteria's ids, unique; `'1'`, `'2'`, … unless given.
 * @returns The weights in the order of the matrix, which add up to 1; the eigenvalue, the consistency index and ratio, and, where the ratio
 * is above 0.1, the judgement that is furthest from what the weights imply (the first of equally far ones, row by row).
 * @throws {@link InputError} if the matrix is not square, a judgement is not above 0 or out of range, one of a criterion with itself is not 1,
 * an opposite is no reciprocal, or the ids are wrong.
 * @see T. L. Saaty, "The Analytic Hierarchy Process", 1980; the worst judgement: T. L. Saaty, "Decision-making with the AHP: Why is the
 * principal eigenvector necessary", 2003.
 * @example
 * import { pairwiseWeights } from '@clientele/scoring'
 *
 * const { weights, consistencyRatio } = pairwiseWeights([
 *   [1, 3, 5],
 *   ['0.333', 1, 3],
 *   ['0.2', '0.333', 1],
 * ])
 * weights.map((weight) => Math.round(weight * 1000) / 1000) //=> [0.637, 0.258, 0.105]
 * Math.round(consistencyRatio * 1000) / 1000 //=> 0.033
 */
export function pairwiseWeights(matrix: PairwiseMatrix, options: PairwiseOptions = {}): PairwiseWeights {
  const ids = checkInput(matrix, options)
  const judgements = readJudgements(matrix)
  const { value, vector } = principalEigenvector(judgements)
  const size = judgements.length
  const index = (value - size) / Math.max(1, size - 1)
  const consistencyIndex = index < ROUNDING ? 0 : index
  const random = randomIndex(size)
  const consistencyRatio = random === 0 ? 0 : consistencyIndex / random
  const consistent = consistencyRatio <= ACCEPTABLE_RATIO
  return {
    method: 'pairwise',
    weights: vector,
    criteria: vector.map((weight, place) => ({ criterion: ids[place] ?? String(place + 1), weight })),
    lambdaMax: consistencyIndex === 0 ? size : value,
    consistencyIndex,
    randomIndex: random,
    consistencyRatio,
    consistent,
    ...(consistent ? {} : { worstJudgement: findWorst(judgements, vector) }),
  }
}

/** Throws for everything that is wrong, or gives the ids, none where they were not given. */
function checkInput(matrix: PairwiseMatrix, options: PairwiseOptions): readonly string[] {
  const issues: Issue[] = []
  checkPairwiseMatrix(matrix, ['matrix'], issues)
  if (checkRecord(options, ['options'], issues)) checkKeys(options, ['criteria'], ['options'], issues)
  const { criteria } = { ...options }
  if (criteria !== undefined) checkCriteria(criteria, matrix, issues)
  throwIssues(issues)
  return Array.from(criteria ?? [])
}

function checkCriteria(criteria: readonly string[], matrix: PairwiseMatrix, issues: Issue[]): void {
  const path = ['options', 'criteria']
  if (!checkIds(criteria, path, issues) || !Array.isArray(matrix) || criteria.length === matrix.length) return
  issues.push(createIssue('wrong-length', path, { expected: matrix.length, actual: criteria.length }))
}

/** The judgements as numbers: of two opposite ones the greater, and its exact reciprocal. */
function readJudgements(matrix: PairwiseMatrix): number[][] {
  const entries = Array.from(matrix, (row) => Array.from(row, Number))
  return entries.map((row, index) =>
    row.map((judgement, column) => {
      const opposite = entries[column]?.[index] as number
      return judgement < opposite ? 1 / opposite : judgement
    }),
  )
}

function findWorst(judgements: readonly (readonly number[])[], weights: readonly number[]): WorstJudgement {
  const pairs = judgements.flatMap((judged, row) =>
    judged.slice(row + 1).map((judgement, offset) => {
      const column = row + 1 + offset
      const implied = (weights[row] as number) / (weights[column] as number)
      return { row, column, judgement, implied }
    }),
  )
  const deviations = pairs.map(({ judgement, implied }) => Math.abs(Math.log(judgement / implied)))
  const greatest = deviations.reduce((most, deviation) => Math.max(most, deviation))
  return pairs[deviations.findIndex((deviation) => deviation >= greatest - EQUAL_DEVIATION)] as WorstJudgement
}
