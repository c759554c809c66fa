import type { Issue, Path } from '@clientele/core'
import {
  checkChoice,
  checkDecimal,
  checkInteger,
  checkKeys,
  checkLocalizedText,
  checkMembers,
  checkPolicyHeader,
  checkRecord,
  checkUnique,
  createIssue,
  policyKeys,
} from '@clientele/core/checks'
import { type Decimal, decimalText } from '@clientele/core/decimal'

/** A copy of an object's own properties: what a prototype holds is never data. */
type Document = { readonly [key: string]: unknown }

/**
 * Finds everything that is wrong with a scorecard.
 *
 * @param value - Anything; {@link Scorecard} says what a scorecard is.
 * @returns The issues, none for a scorecard that the verbs take; their paths start at the scorecard.
 * @example
 * import { checkScorecard } from '@clientele/scoring'
 *
 * const issues = checkScorecard({ kind: 'scorecard', id: 'card', version: 1, scale: { min: 1, max: 5 }, criteria: [{ id: 'demand', weight: -1 }] })
 * issues.map(({ code, path }) => ({ code, path })) //=> [{ code: 'too-small', path: ['criteria', 0, 'weight'] }]
 */
export function checkScorecard(value: unknown): Issue[] {
  const issues: Issue[] = []
  if (checkRecord(value, [], issues)) checkDocument({ ...value }, issues)
  return issues
}

function checkDocument(value: Document, issues: Issue[]): void {
  checkKeys(value, [...policyKeys, 'title', 'scale', 'criteria', 'grades', 'select'], [], issues)
  checkPolicyHeader(value, 'scorecard', [], issues)
  if (value['title'] !== undefined) checkLocalizedText(value['title'], ['title'], issues)
  checkScale(value['scale'], ['scale'], issues)
  checkMembers(value['criteria'], ['criteria'], issues, (criterion, path) => checkCriterion(criterion, path, issues))
  if (value['grades'] !== undefined) checkGrades(value['grades'], issues)
  if (value['select'] !== undefined) checkSelection(value['select'], issues)
}

function checkScale(scale: unknown, path: Path, issues: Issue[]): void {
  if (!checkRecord(scale, path, issues)) return
  const value = { ...scale }
  checkKeys(value, ['min', 'max', 'step'], path, issues)
  const minimum = checkDecimal(value['min'], [...path, 'min'], issues)
  const maximum = checkDecimal(value['max'], [...path, 'max'], issues)
  const step = value['step'] === undefined ? undefined : checkStep(value['step'], [...path, 'step'], issues)
  if (minimum === undefined || maximum === undefined) return
  if (maximum.lt(minimum)) {
    issues.push(createIssue('too-small', [...path, 'max'], { minimum: decimalText(minimum), actual: decimalText(maximum) }))
  } else if (step !== undefined && !maximum.minus(minimum).mod(step).isZero()) {
    issues.push(createIssue('off-step', [...path, 'max'], { step: decimalText(step), minimum: decimalText(minimum), actual: decimalText(maximum) }))
  }
}

function checkStep(value: unknown, path: Path, issues: Issue[]): Decimal | undefined {
  const step = checkDecimal(value, path, issues)
  if (step === undefined || step.gt(0)) return step
  issues.push(createIssue('not-above', path, { bound: '0', actual: decimalText(step) }))
  return undefined
}

function checkCriterion(criterion: Document, path: Path, issues: Issue[]): void {
  checkKeys(criterion, ['id', 'title', 'weight', 'direction', 'scale', 'missing'], path, issues)
  checkDecimal(criterion['weight'], [...path, 'weight'], issues, { minimum: '0' })
  if (criterion['title'] !== undefined) checkLocalizedText(criterion['title'], [...path, 'title'], issues)
  if (criterion['direction'] !== undefined) checkChoice(criterion['direction'], ['benefit', 'cost'], [...path, 'direction'], issues)
  if (criterion['missing'] !== undefined) checkChoice(criterion['missing'], ['reject', 'worst', 'neutral'], [...path, 'missing'], issues)
  if (criterion['scale'] !== undefined) checkScale(criterion['scale'], [...path, 'scale'], issues)
}

function checkGrades(value: unknown, issues: Issue[]): void {
  const starts: (string | undefined)[] = []
  checkMembers(value, ['grades'], issues, (grade, path) => {
    checkKeys(grade, ['id', 'title', 'from'], path, issues)
    if (grade['title'] !== undefined) checkLocalizedText(grade['title'], [...path, 'title'], issues)
    const from = checkDecimal(grade['from'], [...path, 'from'], issues)
    if (from !== undefined) starts[path[1] as number] = decimalText(from)
  })
  checkUnique(Array.from(starts), (index) => ['grades', index, 'from'], issues)
}

function checkSelection(selection: unknown, issues: Issue[]): void {
  if (!checkRecord(selection, ['select'], issues)) return
  const value = { ...selection }
  if (!checkChoice(value['type'], ['top', 'at-least'], ['select', 'type'], issues)) return
  if (value['type'] === 'top') {
    checkKeys(value, ['type', 'count'], ['select'], issues)
    checkInteger(value['count'], ['select', 'count'], issues, { minimum: 1 })
  } else {
    checkKeys(value, ['type', 'total'], ['select'], issues)
    checkDecimal(value['total'], ['select', 'total'], issues)
  }
}
