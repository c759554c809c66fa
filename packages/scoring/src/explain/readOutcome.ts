import type { Issue } from '@clientele/core'
import { checkAgrees, isRecord, ownValue, throwIssues } from '@clientele/core/checks'
import { prepareOdds } from '../odds/prepareOdds.js'
import { isFieldValue, plainValue } from '../odds/readFieldValue.js'
import type { FieldValue, OutcomeEstimate, OutcomeOdds } from '../odds/types.js'
import { weighLead } from '../odds/weighLead.js'
import { checkResult } from './readResult.js'

/** Checks an estimate and the document that made it: what its values come to must be what it says. */
export function readOutcome(estimate: OutcomeEstimate, odds: OutcomeOdds): { readonly estimate: OutcomeEstimate; readonly odds: OutcomeOdds } {
  const prepared = prepareOdds(odds)
  checkResult(estimate, 'estimate', 'contributions', prepared)
  const { policies: _, ...expected } = weighLead(valuesOf({ ...estimate }), prepared)
  const issues: Issue[] = []
  checkAgrees(estimate, expected, ['estimate'], issues)
  throwIssues(issues)
  return { estimate, odds }
}

/** The values that an estimate names, by field. */
function valuesOf({ contributions, reasons }: { readonly contributions: readonly unknown[]; readonly reasons?: unknown }): Map<string, FieldValue> {
  const values = new Map<string, FieldValue>()
  const params = Array.isArray(reasons) ? Array.from(reasons, (reason: unknown) => (isRecord(reason) ? ownValue(reason, 'params') : undefined)) : []
  for (const part of [...contributions, ...params]) {
    if (!isRecord(part)) continue
    const { field, value } = { ...part }
    if (typeof field === 'string' && isFieldValue(value)) values.set(field, plainValue(value))
  }
  return values
}
