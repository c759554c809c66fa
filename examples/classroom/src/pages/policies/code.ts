import { literal } from '../../code/literal.js'
import type { Policies } from './computePolicies.js'
import type { PoliciesFields } from './fields.js'

const KEYS = ['id', 'contribution', 'opportunity', 'badDebt', 'discount', 'collection', 'profit'] as const

/** TypeScript that compares the policies, and finds what receivables cost, as they are on the screen. */
export function code(_: PoliciesFields, { policies, options, comparison, costFigures, cost }: Policies): string {
  const outcomes = comparison.policies.map((policy) => KEYS.map((key) => policy[key]))
  const { opportunity, management, badDebt, total } = cost
  return `import { type CreditPolicyFigures, compareCreditPolicies, costOfReceivables } from '@clientele/credit'

const policies: CreditPolicyFigures[] = [
${policies.map((policy) => `  ${literal(policy)},`).join('\n')}
]
const comparison = compareCreditPolicies(policies, ${literal(options)})
comparison.best //=> ${literal(comparison.best)}
comparison.policies.map(({ ${KEYS.join(', ')} }) => [${KEYS.join(', ')}])
//=> ${literal(outcomes)}
const { opportunity, management, badDebt, total } = costOfReceivables(${literal(costFigures)})
const costs = [opportunity, management, badDebt, total]
costs //=> ${literal([opportunity, management, badDebt, total])}
`
}
