import type { Issue, Path } from '@clientele/core'
import { checkText, createIssue, describeValue } from '@clientele/core/checks'
import type { FieldValue } from './types.js'

/** Checks the name of a field: a text, and not `outcome`, which is what the fields are to tell. */
export function checkFieldName(value: unknown, path: Path, issues: Issue[]): value is string {
  if (!checkText(value, path, issues)) return false
  if (value !== 'outcome') return true
  issues.push(createIssue('reserved-name', path, { actual: describeValue(value) }))
  return false
}

/** Adds an issue for every value that stands earlier in the list already; `undefined` stands for what is no value. */
export function checkUniqueValues(values: readonly (FieldValue | undefined)[], pathOf: (index: number) => Path, issues: Issue[]): void {
  const first = new Map<FieldValue, number>()
  values.forEach((value, index) => {
    if (value === undefined) return
    const earlier = first.get(value)
    if (earlier === undefined) first.set(value, index)
    else issues.push(createIssue('duplicate', pathOf(index), { value: String(value), first: earlier }))
  })
}

/** Adds an issue where the stage's field is among the others: what it tells would count twice. */
export function checkStageApart(stage: unknown, fields: readonly unknown[], path: Path, issues: Issue[]): void {
  const first = typeof stage === 'string' ? fields.indexOf(stage) : -1
  if (first >= 0) issues.push(createIssue('duplicate', path, { value: stage as string, first }))
}
