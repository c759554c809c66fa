import type { Issue, Path } from '@clientele/core'
import { checkList, checkRecord, createIssue, describeValue, isRecord, ownValue, throwIssues } from '@clientele/core/checks'
import { prepareOdds } from '../odds/prepareOdds.js'
import { isFieldValue, plainValue } from '../odds/readFieldValue.js'
import type { FieldValue, OutcomeEstimate, OutcomeOdds } from '../odds/types.js'
import { weighLead } from '../odds/weighLead.js'
import { checkResult } from './readResult.js'

/** Checks an estimate and the document that made it: what its values come to must be what it says. */
export function readOutcome(estimate: OutcomeEstimate, odds: OutcomeOdds): { readonly estimate: OutcomeEstimate; readonly odds: OutcomeOdds } {
  const prepared = prepareOdds(odds)
  checkResult(estimate, 'estimate', 'contributions', { card: prepared })
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

/** Adds an issue wherever a result is not what is expected of it; what else it has is not looked at. */
function checkAgrees(actual: unknown, expected: unknown, path: Path, issues: Issue[]): void {
  if (Array.isArray(expected)) {
    if (!checkList(actual, path, issues)) return
    if (actual.length !== expected.length) issues.push(createIssue('wrong-length', path, { expected: expected.length, actual: actual.length }))
    else expected.forEach((one, index) => checkAgrees(actual[index], one, [...path, index], issues))
  } else if (isRecord(expected)) {
    if (!checkRecord(actual, path, issues)) return
    for (const key of Object.keys(expected)) checkAgrees(ownValue(actual, key), expected[key], [...path, key], issues)
  } else if (actual !== expected) {
    issues.push(
      actual === undefined
        ? createIssue('missing', path, {})
        : createIssue('outdated-input', path, { expected: describeValue(expected), actual: describeValue(actual) }),
    )
  }
}
