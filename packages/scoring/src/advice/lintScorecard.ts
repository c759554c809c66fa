import type { Issue } from '@clientele/core'
import { checkList, throwIssues } from '@clientele/core/checks'
import { Decimal, decimalText } from '@clientele/core/decimal'
import type { Candidate } from '../score/types.js'
import type { PreparedScorecard } from '../scorecard/prepared.js'
import { prepareScorecard } from '../scorecard/prepareScorecard.js'
import type { Scorecard } from '../scorecard/types.js'
import { adviseWeights } from './adviseWeights.js'
import { createAdvice } from './createAdvice.js'
import { leastTotalFrom } from './leastTotalFrom.js'

/**
 * Finds what a scorecard, which the verbs take as it is, probably does not mean: criteria that count for nothing, grades that no total
 * reaches, selections of everyone or nobody, and, with candidates, weights that can never change the order among them.
 *
 * @param scorecard - A scorecard that {@link checkScorecard} finds nothing wrong with.
 * @param candidates - Any number of candidates that fit it; none unless given. Only two or more say something about weights.
 * @returns The advice, none where there is nothing to say; paths start at the scorecard. A grade is called
 * unreachable only where that is certain. Codes: `weight-zero`, `scale-of-one-value`,
 * `grade-unreachable`, `selects-everyone`, `selects-nobody`, and with candidates `ratings-all-equal`, `weight-cannot-change-order`.
 * @throws {@link InputError} if the scorecard is not one, or any candidate does not fit it.
 * @example
 * import { lintScorecard } from '@clientele/scoring'
 * import { customerScreening } from '@clientele/scoring/templates'
 *
 * const card = { ...customerScreening, grades: [{ id: 'A', from: 60 }, { id: 'S', from: 80 }] }
 * const advice = lintScorecard(card)
 * advice.map(({ code, path }) => ({ code, path })) //=> [{ code: 'grade-unreachable', path: ['grades', 1, 'from'] }]
 */
export function lintScorecard(scorecard: Scorecard, candidates: readonly Candidate[] = []): Issue[] {
  const card = prepareScorecard(scorecard)
  const issues: Issue[] = []
  checkList(candidates, ['candidates'], issues)
  throwIssues(issues)
  return [
    ...adviseCriteria(scorecard, card),
    ...adviseGrades(scorecard, card),
    ...adviseSelection(card),
    ...(candidates.length === 0 ? [] : adviseWeights(candidates, scorecard, card)),
  ]
}

function adviseCriteria({ scale, criteria }: Scorecard, card: PreparedScorecard): Issue[] {
  const shared = criteria.some((criterion) => criterion.scale === undefined) && new Decimal(scale.min).eq(scale.max)
  return [
    ...(shared ? [createAdvice('scale-of-one-value', ['scale'], {})] : []),
    ...card.criteria.flatMap(({ weight, minimum, maximum }, index) => [
      ...(weight.isZero() ? [createAdvice('weight-zero', ['criteria', index, 'weight'], {})] : []),
      ...(criteria[index]?.scale !== undefined && minimum.eq(maximum) ? [createAdvice('scale-of-one-value', ['criteria', index, 'scale'], {})] : []),
    ]),
  ]
}

function adviseGrades({ grades = [] }: Scorecard, card: PreparedScorecard): Issue[] {
  const bounds = { minimum: decimalText(card.minimum), maximum: decimalText(card.maximum) }
  const unreachable = new Set(card.grades.filter(({ from }, index) => !isReached(from, card.grades[index - 1]?.from, card)).map(({ id }) => id))
  return grades.flatMap(({ id }, index) => (unreachable.has(id) ? [createAdvice('grade-unreachable', ['grades', index, 'from'], bounds)] : []))
}

/** Whether some total is at least `from`, and below the start of the next grade, where there is one. */
function isReached(from: Decimal, next: Decimal | undefined, card: PreparedScorecard): boolean {
  const least = leastTotalFrom(from, card)
  return least.lte(card.maximum) && (next === undefined || least.lt(next))
}

function adviseSelection({ select, minimum, maximum }: PreparedScorecard): Issue[] {
  if (select?.type !== 'at-least') return []
  const path = ['select', 'total']
  if (maximum.lt(select.total)) return [createAdvice('selects-nobody', path, { maximum: decimalText(maximum) })]
  return minimum.gte(select.total) ? [createAdvice('selects-everyone', path, { minimum: decimalText(minimum) })] : []
}
