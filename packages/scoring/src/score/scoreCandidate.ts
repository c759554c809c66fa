import type { Issue } from '@clientele/core'
import { throwIssues } from '@clientele/core/checks'
import { prepareScorecard } from '../scorecard/prepareScorecard.js'
import type { Scorecard } from '../scorecard/types.js'
import { composeScore, totalOf } from './composeScore.js'
import { rateCandidate } from './rateCandidate.js'
import type { Candidate, CandidateScore } from './types.js'

/**
 * Scores one candidate: total = Σ weight × rating, exactly.
 *
 * A cost criterion counts min + max − rating. Nothing is rounded: only `average` and `position`, which are numbers for show, are the
 * nearest float64. For many candidates use {@link rankCandidates} or {@link compileScorecard}, which read the scorecard once.
 *
 * @param candidate - `id`, and a rating per criterion on that criterion's scale, each of at most 1,000 digits on either side of the point.
 * @param scorecard - The criteria, their weights and scales.
 * @returns The total, what each criterion adds to it, where it stands between the least and the greatest total, and the grade reached.
 * @throws {@link InputError} if the scorecard is not one, or a rating is missing, unknown, out of scale or off its step.
 * @see Textbook S1, "screening customers" (客戶篩選); the additive model of P. C. Fishburn, *Utility Theory for Decision Making*, 1970.
 * @example
 * import { scoreCandidate } from '@clientele/scoring'
 * import { customerScreening } from '@clientele/scoring/templates'
 *
 * const ratings = { demand: 5, 'gross-profit': 5, prospects: 4, payment: 3, cooperation: 4 }
 * const score = scoreCandidate({ id: 'A', ratings }, customerScreening)
 * score.total //=> '67'
 * score.position //=> 0.8666666666666667
 * score.contributions[2] //=> { criterion: 'prospects', weight: '3', rating: '4', points: '12' }
 */
export function scoreCandidate(candidate: Candidate, scorecard: Scorecard): CandidateScore {
  const card = prepareScorecard(scorecard)
  const issues: Issue[] = []
  const rated = rateCandidate(candidate, card, ['candidate'], issues)
  throwIssues(issues)
  const { id, ratings } = rated as NonNullable<typeof rated>
  return { ...composeScore(id, ratings, totalOf(ratings), card), policies: card.policies }
}
