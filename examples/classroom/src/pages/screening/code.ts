import { literal } from '../../code/literal.js'
import type { Screening } from './computeScreening.js'
import { candidatesOf, type ScreeningFields } from './fields.js'

/** TypeScript that screens the customers as they are on the screen. */
export function code(fields: ScreeningFields, { scorecard, ranking, stability }: Screening): string {
  const weights = Object.fromEntries(scorecard.criteria.map(({ id, weight }) => [id, weight]))
  const order = ranking.ranked.map(({ candidate, total, selected }) => [candidate, total, selected])
  const room = stability.criteria.map(({ criterion, orderHolds }) => [criterion, orderHolds.from, orderHolds.to])
  return `import { rankCandidates, weightStability } from '@clientele/scoring'
import { customerScreening } from '@clientele/scoring/templates'

const weights: Record<string, string> = ${literal(weights)}
const scorecard = { ...customerScreening, criteria: customerScreening.criteria.map((one) => ({ ...one, weight: weights[one.id] ?? '0' })) }
const candidates = [
${candidatesOf(fields)
  .map((candidate) => `  ${literal(candidate)},`)
  .join('\n')}
]
rankCandidates(candidates, scorecard).ranked.map(({ candidate, total, selected }) => [candidate, total, selected])
//=> ${literal(order)}
weightStability(candidates, scorecard).criteria.map(({ criterion, orderHolds }) => [criterion, orderHolds.from, orderHolds.to])
//=> ${literal(room)}
`
}
