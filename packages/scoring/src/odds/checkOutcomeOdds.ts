import type { Issue, Path } from '@clientele/core'
import {
  checkInteger,
  checkKeys,
  checkList,
  checkPolicyHeader,
  checkRecord,
  checkUnique,
  isRecord,
  ownValue,
  policyKeys,
  reportType,
} from '@clientele/core/checks'
import { checkPositive } from '../numbers/checkPositive.js'
import { checkQuantity } from '../tables/checkQuantity.js'
import { checkCountsAgree } from './checkCountsAgree.js'
import { checkFieldName, checkStageApart, checkUniqueValues } from './checkFields.js'
import { isFieldValue } from './readFieldValue.js'
import type { OutcomeOdds } from './types.js'

/** A copy of an object's own properties: what a prototype holds is never data. */
type Document = { readonly [key: string]: unknown }

const KEYS = [...policyKeys, 'smoothing', 'minimumCount', 'won', 'lost', 'fields', 'stage', 'rejected', 'diagnoses']

/**
 * Finds everything that is wrong with a document of outcome odds.
 *
 * @param value - Anything; {@link OutcomeOdds} says what such a document is.
 * @returns The issues, none for a document that {@link estimateOutcome} takes; their paths start at the document.
 * @example
 * import { checkOutcomeOdds, learnOutcomeOdds } from '@clientele/scoring'
 *
 * const odds = learnOutcomeOdds([{ outcome: 'won', source: 'fair' }], { fields: ['source'] })
 * checkOutcomeOdds(odds) //=> []
 * checkOutcomeOdds({ ...odds, smoothing: 0 }).map(({ code, path }) => ({ code, path })) //=> [{ code: 'not-above', path: ['smoothing'] }]
 */
export function checkOutcomeOdds(value: unknown): Issue[] {
  const issues: Issue[] = []
  if (!checkRecord(value, [], issues)) return issues
  checkDocument({ ...value }, issues)
  // Counts can be compared once each of them is one.
  if (issues.length === 0) checkCountsAgree({ ...value } as unknown as OutcomeOdds, issues)
  return issues
}

function checkDocument(value: Document, issues: Issue[]): void {
  checkKeys(value, KEYS, [], issues)
  checkPolicyHeader(value, 'outcome-odds', [], issues)
  checkPositive(value['smoothing'], ['smoothing'], issues, checkQuantity)
  if (value['minimumCount'] !== undefined) checkInteger(value['minimumCount'], ['minimumCount'], issues, { minimum: 0 })
  checkCounts(value, [], issues)
  const fields = checkFields(value['fields'], issues)
  if (value['stage'] !== undefined) checkStage(value['stage'], fields, issues)
  for (const key of ['rejected', 'diagnoses']) if (value[key] !== undefined) checkList(value[key], [key], issues)
}

function checkCounts(value: Document, path: Path, issues: Issue[]): void {
  for (const key of ['won', 'lost']) checkInteger(value[key], [...path, key], issues, { minimum: 0 })
}

/** Checks the fields, and gives their names where they are names. */
function checkFields(value: unknown, issues: Issue[]): (string | undefined)[] {
  if (!checkList(value, ['fields'], issues, { filled: true })) return []
  const names = Array.from(value, (field, index) => checkField(field, ['fields', index], issues))
  checkUnique(names, (index) => ['fields', index, 'field'], issues)
  return names
}

function checkField(value: unknown, path: Path, issues: Issue[]): string | undefined {
  if (!checkRecord(value, path, issues)) return undefined
  const field = { ...value }
  checkKeys(field, ['field', 'values'], path, issues)
  const name = field['field']
  const isName = checkFieldName(name, [...path, 'field'], issues)
  checkValues(field['values'], 'value', [...path, 'values'], issues)
  return isName ? name : undefined
}

function checkStage(value: unknown, fields: readonly (string | undefined)[], issues: Issue[]): void {
  if (!checkRecord(value, ['stage'], issues)) return
  const stage = { ...value }
  checkKeys(stage, ['field', 'stages'], ['stage'], issues)
  checkFieldName(stage['field'], ['stage', 'field'], issues)
  checkStageApart(stage['field'], fields, ['stage', 'field'], issues)
  checkValues(stage['stages'], 'stage', ['stage', 'stages'], issues)
}

/** Checks a list of counts, each under a value of its own. */
function checkValues(value: unknown, key: 'value' | 'stage', path: Path, issues: Issue[]): void {
  if (!checkList(value, path, issues)) return
  const members = Array.from(value)
  members.forEach((member, index) => {
    if (!checkRecord(member, [...path, index], issues)) return
    const counts = { ...member }
    checkKeys(counts, [key, 'won', 'lost'], [...path, index], issues)
    if (!isFieldValue(counts[key])) reportType(counts[key], [...path, index, key], issues, 'plain-value')
    checkCounts(counts, [...path, index], issues)
  })
  const values = members.map((member) => (isRecord(member) ? ownValue(member, key) : undefined))
  checkUniqueValues(
    values.map((one) => (isFieldValue(one) ? one : undefined)),
    (index) => [...path, index, key],
    issues,
  )
}
