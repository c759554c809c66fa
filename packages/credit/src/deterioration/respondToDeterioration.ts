import type { Issue } from '@clientele/core'
import { checkRecord, throwIssues } from '@clientele/core/checks'
import { applyingRules } from './applyingRules.js'
import { proposeMeasures } from './proposeMeasures.js'
import type { ReadCreditState } from './readCreditState.js'
import {
  type ReadDeteriorationCase,
  type ReadDeteriorationPolicy,
  readDeteriorationCase,
  readDeteriorationDay,
  readDeteriorationPolicy,
} from './readDeterioration.js'
import { seeSigns } from './seeSigns.js'
import type { DeteriorationCase, DeteriorationDiagnosis, DeteriorationOptions, DeteriorationPolicy, DeteriorationResponse } from './types.js'

/**
 * Tells whether a customer's credit got worse, to whom that is reported, and which measures are proposed to those who decide.
 *
 * Every sign of the policy is looked for by itself. Of several rules for one measure that apply, the strictest counts, and one that leaves open how far
 * it goes only where no other does: so more signs never mean a lower deposit or a higher limit. A measure that is in place is not proposed again: a
 * guarantee of more than 0 is in force, the deposits reach what they are raised to, or the limit is what it is cut to, or 0.
 *
 * @param change - `before` and `after`: the customer's credit state, such as two results of {@link rateCustomer}, of which neither may be another
 * customer's; `account`, whose limit, deposits and guarantees are looked at. Deposits in other currencies than the account's do not count. A limit
 * counts though it has expired.
 * @param policy - The policy for worsening credit.
 * @param options - `asOf`: the day on which deposits and guarantees must be in force; unless given, those count that have neither beginning nor end.
 * @returns Whether a sign was seen, and which; to whom the salesperson reports; who decides on the measures, and those that are proposed.
 * `diagnoses` says which signs could not be looked for, as a state does not tell the fact; whether other policies rated the customer before than
 * after; which measures are in place; and which deposits and guarantees that they rest on do not count, or that the limit has expired.
 * @throws {@link InputError} if the policy, an option, a state or the account is not as stated, or if a grade is none of the policy's; with every
 * issue.
 * @see The textbook S1 (客戶信用管理, sudden change of the credit state).
 * @example
 * import { respondToDeterioration } from '@clientele/credit'
 * import { textbookDeterioration } from '@clientele/credit/templates'
 *
 * const account = { customer: 'C-1', currency: 'CNY', limit: { amount: '50000' }, guarantees: [{ amount: '20000', validUntil: '2025-12-31' }] }
 * const change = { before: { grade: 'A', overdue: 0 }, after: { grade: 'C', overdue: '1200' }, account }
 * const { report, reportTo, reasons, measures } = respondToDeterioration(change, textbookDeterioration, { asOf: '2025-06-30' })
 * report && reportTo //=> 'superior'
 * reasons.map(({ code }) => code) //=> ['grade-fell', 'overdue-rose']
 * measures.map(({ measure }) => measure)
 * //=> ['joint-guarantor', 'raise-deposit', 'notarise-contract', 'reduce-supply', 'restrict-shipments']
 */
export function respondToDeterioration(
  change: DeteriorationCase,
  policy: DeteriorationPolicy,
  options: DeteriorationOptions = {},
): DeteriorationResponse {
  const issues: Issue[] = []
  const prepared = readDeteriorationPolicy(policy, issues)
  const asOf = readDeteriorationDay(options, issues)
  const read = checkRecord(change, ['change'], issues) ? readDeteriorationCase(change, [], issues, prepared) : undefined
  throwIssues(issues)
  return respond(read as ReadDeteriorationCase, prepared as ReadDeteriorationPolicy, asOf)
}

function respond(change: ReadDeteriorationCase, policy: ReadDeteriorationPolicy, asOf: number | undefined): DeteriorationResponse {
  const { customer, company, currency } = change.account
  const { reasons, diagnoses } = seeSigns(change, policy)
  const deteriorated = reasons.length > 0
  const seen = new Set(reasons.map(({ params }) => params.sign))
  const rules = [...applyingRules(policy.measures, seen).values()]
  const proposed = proposeMeasures(rules, change.account, asOf)
  return {
    customer,
    ...(company === undefined ? {} : { company }),
    currency,
    deteriorated,
    report: deteriorated,
    reportTo: deteriorated ? policy.reportTo : null,
    decidedBy: deteriorated ? policy.decidedBy : [],
    measures: proposed.measures,
    reasons,
    diagnoses: [...diagnoses, ...compareRatings(change.before, change.after), ...proposed.diagnoses],
    policies: policy.policies,
  }
}

/** Tells where both states are ratings, and not by the same policies. */
function compareRatings({ ratedBy: before }: ReadCreditState, { ratedBy: after }: ReadCreditState): DeteriorationDiagnosis[] {
  if (before === undefined || after === undefined) return []
  const isSame = before.length === after.length && before.every((policy, index) => policy === after[index])
  return isSame ? [] : [{ code: 'rated-by-different-policies', params: { before, after } }]
}
