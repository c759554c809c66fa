import type { CalendarDate } from '@clientele/core'
import { formatDay } from '@clientele/core/days'
import type { ReadAccount } from '../accounts/readAccount.js'
import type { ReadSecurity } from '../accounts/readParts.js'
import { isInForce } from './isInForce.js'
import type { DeteriorationDiagnosis, DeteriorationMeasure } from './types.js'

type SecurityPart = 'deposits' | 'guarantees'

/** A fact of an account that measures rest on. */
export type MeasuredFact = SecurityPart | 'limit'

/** What is to be known about the facts of an account that measures rest on. */
export function diagnoseFacts(rules: readonly DeteriorationMeasure[], account: ReadAccount, asOf: number | undefined): DeteriorationDiagnosis[] {
  const facts = new Set(rules.flatMap(factsOf))
  const { currency, limit, deposits = [], guarantees = [] } = account
  const left = deposits.filter(({ amount }) => amount > 0n)
  const given = guarantees.filter(({ amount }) => amount > 0n)
  return [
    ...(facts.has('deposits') ? [...diagnoseSecurities('deposits', left, asOf), ...diagnoseCurrencies(left, currency)] : []),
    ...(facts.has('guarantees') ? diagnoseSecurities('guarantees', given, asOf) : []),
    ...(facts.has('limit') ? diagnoseLimit(limit?.validUntil, asOf) : []),
  ]
}

/** The facts that a measure rests on. */
export function factsOf(rule: DeteriorationMeasure): readonly MeasuredFact[] {
  switch (rule.measure) {
    case 'guarantor':
    case 'joint-guarantor':
      return ['guarantees']
    case 'raise-deposit':
      return rule.toPercentOfLimit === undefined ? ['deposits'] : ['deposits', 'limit']
    case 'reduce-supply':
      return ['limit']
    default:
      return []
  }
}

function diagnoseSecurities(part: SecurityPart, securities: readonly ReadSecurity[], asOf: number | undefined): DeteriorationDiagnosis[] {
  const count = securities.filter((security) => !isInForce(security, asOf)).length
  return count === 0 ? [] : [{ code: asOf === undefined ? 'security-without-day' : 'security-not-in-force', params: { part, count } }]
}

function diagnoseCurrencies(deposits: readonly ReadSecurity[], own: string): DeteriorationDiagnosis[] {
  const currencies = [...new Set(deposits.map(({ currency }) => currency))].filter((currency) => currency !== own).sort()
  return currencies.length === 0 ? [] : [{ code: 'deposits-in-other-currencies', params: { currencies } }]
}

function diagnoseLimit(last: number | undefined, asOf: number | undefined): DeteriorationDiagnosis[] {
  if (last === undefined || asOf === undefined || last >= asOf) return []
  return [{ code: 'limit-expired', params: { validUntil: formatDay(last) as CalendarDate } }]
}
