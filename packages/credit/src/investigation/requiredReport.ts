import type { Issue } from '@clientele/core'
import { checkChoice, checkKeys, checkRecord, throwIssues } from '@clientele/core/checks'
import { CUSTOMER_RISKS, CUSTOMER_SIZES, type ReadInvestigation, readInvestigation } from './readInvestigation.js'
import { isAsDeepAs } from './reportDepths.js'
import type { InvestigatedCustomer, InvestigationScheme, RequiredReport } from './types.js'

/**
 * Tells how deep a customer must be investigated, and which sections the report has: the deeper of what the customer's size and risk ask for.
 *
 * @param customer - `size`: how important the customer is; `risk`: how risky, as far as is known before the investigation.
 * @param scheme - The investigation scheme.
 * @returns The depth, the ids of the sections in the scheme's order, and what size and risk each ask for.
 * @throws {@link InputError} if the customer or the scheme is not as stated, with every issue.
 * @see Textbook S1, 客戶信用管理: the depth of the report follows the customer's size and risk.
 * @example
 * import { requiredReport } from '@clientele/credit'
 * import { threeDepthInvestigation } from '@clientele/credit/templates'
 *
 * requiredReport({ size: 'small', risk: 'low' }, threeDepthInvestigation).sections //=> ['basics']
 *
 * const { depth, reasons } = requiredReport({ size: 'small', risk: 'high' }, threeDepthInvestigation)
 * depth //=> 'in-depth'
 * reasons.map(({ code, params }) => `${code}: ${params.depth}`) //=> ['depth-by-size: brief', 'depth-by-risk: in-depth']
 */
export function requiredReport(customer: InvestigatedCustomer, scheme: InvestigationScheme): RequiredReport {
  const issues: Issue[] = []
  const read = readInvestigation(scheme, ['scheme'], issues)
  const known = readCustomer(customer, issues)
  throwIssues(issues)
  const { depthBySize, depthByRisk, sections, policy } = read as ReadInvestigation
  const { size, risk } = known as InvestigatedCustomer
  const depth = isAsDeepAs(depthBySize[size], depthByRisk[risk]) ? depthBySize[size] : depthByRisk[risk]
  return {
    depth,
    sections: sections.filter(({ from }) => isAsDeepAs(depth, from)).map(({ id }) => id),
    reasons: [
      { code: 'depth-by-size', params: { size, depth: depthBySize[size] } },
      { code: 'depth-by-risk', params: { risk, depth: depthByRisk[risk] } },
    ],
    policies: [policy],
  }
}

function readCustomer(value: unknown, issues: Issue[]): InvestigatedCustomer | undefined {
  if (!checkRecord(value, ['customer'], issues)) return undefined
  const { size, risk, ...others } = { ...value }
  checkKeys(others, ['size', 'risk'], ['customer'], issues)
  const isSize = checkChoice(size, CUSTOMER_SIZES, ['customer', 'size'], issues)
  const isRisk = checkChoice(risk, CUSTOMER_RISKS, ['customer', 'risk'], issues)
  return isSize && isRisk ? { size, risk } : undefined
}
