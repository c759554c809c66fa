import type { Issue, PolicyReference } from '@clientele/core'
import { addIssuesAt, policyReference } from '@clientele/core/checks'
import { type Quantity, readQuantity } from '../numbers/quantity.js'
import { checkRfmScheme } from './checkRfmScheme.js'
import { fractionOf } from './fraction.js'
import { type ReadRfmScheme, readRfmScheme } from './readRfmScheme.js'
import type { ScoreRule } from './scaleMeasure.js'
import { assignCells, type SegmentCells } from './segmentCells.js'
import type { MonetaryRule, RfmMeasure, RfmScheme } from './types.js'

/** An RFM scheme, checked and made ready for any number of customers. */
export interface PreparedRfm {
  readonly reference: PolicyReference
  readonly currency: string | undefined
  readonly monetary: MonetaryRule
  /** How many scores there are. */
  readonly bins: number
  readonly rules: { readonly [Measure in RfmMeasure]: ScoreRule }
  /** The ids of the segments. */
  readonly segments: readonly string[]
  readonly cells: SegmentCells
}

/** Checks and reads a scheme that is an argument, or adds issues and returns undefined. */
export function prepareRfm(value: unknown, issues: Issue[]): PreparedRfm | undefined {
  const found = checkRfmScheme(value)
  addIssuesAt(['scheme'], found, issues)
  if (found.length > 0) return undefined
  const scheme = readRfmScheme(value as RfmScheme)
  const { currency, monetary, bins, segments } = scheme
  return {
    reference: policyReference(scheme),
    currency,
    monetary,
    bins,
    rules: { recency: ruleOf(scheme, 'recency'), frequency: ruleOf(scheme, 'frequency'), monetary: ruleOf(scheme, 'monetary') },
    segments: segments.map(({ id }) => id),
    cells: assignCells(segments, bins),
  }
}

function ruleOf({ cuts, bins, isCompatible }: ReadRfmScheme, measure: RfmMeasure): ScoreRule {
  const fewerIsBetter = measure === 'recency'
  if (cuts === undefined) return { type: isCompatible ? 'quantiles' : 'bins', bins, fewerIsBetter }
  return { type: 'cuts', bins, fewerIsBetter, cuts: cuts[measure].map((cut) => fractionOf(readQuantity(cut, [], []) as Quantity)) }
}
