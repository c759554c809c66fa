import {
  type CreditPolicyFigures,
  compareCreditPolicies,
  costOfReceivables,
  type PolicyComparison,
  type PolicyComparisonOptions,
  type ReceivablesCost,
  type ReceivablesCostFigures,
} from '@clientele/credit'
import type { Attempt } from '../types.js'
import { figureField, filledColumns, type PoliciesFields } from './fields.js'
import { checkPayment, comparisonField, costFiguresOf, costIssueField, optionsOf, policiesOf } from './policiesOf.js'
import { type Turn, turnsOf } from './turns.js'

export interface Policies {
  readonly policies: readonly CreditPolicyFigures[]
  readonly options: PolicyComparisonOptions
  readonly comparison: PolicyComparison
  readonly turns: readonly Turn[]
  readonly costFigures: ReceivablesCostFigures
  readonly cost: ReceivablesCost
}

/** Compares the policies, and finds what receivables cost. */
export function computePolicies(fields: PoliciesFields, attempt: Attempt): Policies | undefined {
  const policies = policiesOf(fields)
  const options = optionsOf(fields)
  const costFigures = costFiguresOf(fields)
  const checked = filledColumns(fields).map((column) =>
    attempt(
      () => checkPayment(fields, column) ?? true,
      () => figureField('payment', column),
    ),
  )
  const comparison = attempt(
    () => compareCreditPolicies(policies, options),
    (path) => comparisonField(fields, path),
  )
  const cost = attempt(() => costOfReceivables(costFigures), costIssueField)
  if (checked.includes(undefined) || comparison === undefined || cost === undefined) return undefined
  return { policies, options, comparison, turns: turnsOf(policies, options), costFigures, cost }
}
