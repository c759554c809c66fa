import { multiplyOdds, probabilityOf } from './oddsFraction.js'
import type { PreparedOdds } from './prepareOdds.js'
import type { FieldValue, OutcomeEstimate } from './types.js'
import type { Evidence } from './weighEvidence.js'

/** Estimates the outcome of a lead whose values are read. */
export function weighLead(values: ReadonlyMap<string, FieldValue | undefined>, { prior, fields, policies }: PreparedOdds): OutcomeEstimate {
  const evidence = fields.map(({ field, weigh }): Evidence => {
    const value = values.get(field)
    return value === undefined ? { reason: { code: 'value-missing', params: { field } } } : weigh(value)
  })
  const posterior = evidence.reduce((product, one) => ('odds' in one ? multiplyOdds(product, one.odds) : product), prior)
  return {
    probability: probabilityOf(posterior),
    prior: probabilityOf(prior),
    contributions: evidence.flatMap((one) => ('contribution' in one ? [{ ...one.contribution }] : [])),
    reasons: evidence.flatMap((one) => ('reason' in one ? [one.reason] : [])),
    policies: policies.map((policy) => ({ ...policy })),
  }
}
