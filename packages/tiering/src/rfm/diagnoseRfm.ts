import type { DecimalString } from '@clientele/core'
import type { ScoredTotals } from './scoreTotals.js'
import type { RfmDiagnosis, RfmMeasure } from './types.js'

/** What diagnoses are made from. */
export interface RfmFacts {
  readonly rejected: number
  /** How many rows were read. */
  readonly read: number
  readonly later: number
  readonly customers: number
  /** Anyone, where there is only one. */
  readonly onlyCustomer: string
  readonly withoutPurchases: number
  readonly withoutSegment: number
  readonly scales: ScoredTotals['scales']
  readonly bins: number
  readonly isTotalPositive: boolean
  readonly total: DecimalString
}

const MEASURES: readonly RfmMeasure[] = ['recency', 'frequency', 'monetary']

/** What is to be known about scores, in the order in which the type lists it. */
export function diagnoseRfm(facts: RfmFacts): RfmDiagnosis[] {
  const { rejected, read, later, customers, onlyCustomer, withoutPurchases, withoutSegment, scales, bins, isTotalPositive, total } = facts
  const diagnoses: RfmDiagnosis[] = []
  if (rejected > 0) diagnoses.push({ code: 'rows-rejected', params: { rejected, read } })
  if (later > 0) diagnoses.push({ code: 'transactions-after-as-of', params: { count: later } })
  if (customers === 0) diagnoses.push({ code: 'no-customers', params: {} })
  if (customers === 1) diagnoses.push({ code: 'one-customer', params: { customer: onlyCustomer } })
  if (withoutPurchases > 0) diagnoses.push({ code: 'no-purchases', params: { count: withoutPurchases } })
  for (const measure of MEASURES) {
    const { scores } = scales[measure]
    if (scores.length === 1) diagnoses.push({ code: 'one-distinct-value', params: { measure, score: scores[0] as number } })
  }
  for (const measure of MEASURES) {
    const { scores } = scales[measure]
    const distinct = new Set(scores).size
    if (scores.length > 1 && distinct < bins) diagnoses.push({ code: 'fewer-scores', params: { measure, scores: distinct, bins } })
  }
  if (withoutSegment > 0) diagnoses.push({ code: 'no-segment', params: { count: withoutSegment } })
  if (customers > 0 && !isTotalPositive) diagnoses.push({ code: 'total-not-positive', params: { total } })
  return diagnoses
}
