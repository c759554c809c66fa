import type { DecimalInput, DecimalString, PolicyReference, RejectedRow } from '@clientele/core'
import type { Candidate } from '../score/types.js'

/** A candidate with the total that a sheet or a book prints for it. */
export interface PrintedTotal extends Candidate {
  readonly printed: DecimalInput
}

/**
 * The slip that would explain a wrong total; the first of this list that fits is named.
 * `rounded`: the right total, rounded or cut to the printed decimal places;
 * `shifted-point`: the point stands a digit or more to the left or right;
 * `swapped-digits`: two digits have changed places;
 * `lost-sign`: the right size with the wrong sign;
 * `left-out`: one criterion is missing from the sum; `counted-twice`: one criterion is in it twice;
 * `cost-not-reversed`: cost ratings were counted as they stand; `unweighted`: the ratings were added up without their weights;
 * `averaged`: the total was divided by the sum of the weights; `misread-digit`: one digit of three or more differs.
 */
export type Suspect =
  | 'rounded'
  | 'shifted-point'
  | 'swapped-digits'
  | 'lost-sign'
  | 'left-out'
  | 'counted-twice'
  | 'cost-not-reversed'
  | 'unweighted'
  | 'averaged'
  | 'misread-digit'

/** A printed total that is not the computed one. */
export interface Discrepancy {
  readonly candidate: string
  readonly printed: DecimalString
  readonly computed: DecimalString
  /** Printed − computed. */
  readonly difference: DecimalString
  /** The slip that would explain it, or null where none of the known ones does. */
  readonly suspect: Suspect | null
  /** The criteria of which one was left out or counted twice, where that is the slip; more than one where their points are equal. */
  readonly criteria?: readonly string[]
}

/** What is to be known about an audit as a whole. */
export type AuditDiagnosis =
  | { readonly code: 'no-rows'; readonly params: Record<never, never> }
  | { readonly code: 'rows-rejected'; readonly params: { readonly rejected: number; readonly checked: number } }

/** What checking printed totals found. */
export interface TotalsAudit {
  /** Only the rows that differ, in the order of the input. */
  readonly discrepancies: readonly Discrepancy[]
  /** How many rows were checked. */
  readonly checked: number
  readonly rejected: readonly RejectedRow[]
  readonly diagnoses: readonly AuditDiagnosis[]
  readonly policies: readonly PolicyReference[]
}
