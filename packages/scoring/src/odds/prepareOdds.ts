import type { PolicyReference } from '@clientele/core'
import { policyReference, throwIssues } from '@clientele/core/checks'
import { Decimal } from '@clientele/core/decimal'
import { checkOutcomeOdds } from './checkOutcomeOdds.js'
import { type Odds, smoothCounts } from './oddsFraction.js'
import type { OutcomeOdds } from './types.js'
import { type EvidenceField, prepareField, prepareStages } from './weighEvidence.js'

/** A document of outcome odds, checked and read once for many leads. */
export interface PreparedOdds {
  readonly prior: Odds
  /** In the document's order, the stage last. */
  readonly fields: readonly EvidenceField[]
  readonly policies: readonly PolicyReference[]
}

/** Checks and reads a document of outcome odds, or throws with everything that is wrong with it. */
export function prepareOdds(odds: OutcomeOdds): PreparedOdds {
  throwIssues(checkOutcomeOdds(odds).map((issue) => ({ ...issue, path: ['odds', ...issue.path] })))
  // Spread, so that nothing inherited is taken for a part of the document.
  const { fields, stage, minimumCount = 0, ...document } = { ...odds }
  const smoothing = new Decimal(document.smoothing)
  return {
    // Every record reaches the first stage.
    prior: smoothCounts(stage?.stages[0] ?? document, smoothing),
    fields: [
      ...fields.map((field) => prepareField(field, smoothing)),
      ...(stage === undefined ? [] : [prepareStages(stage, smoothing, minimumCount)]),
    ],
    policies: [policyReference(document)],
  }
}
