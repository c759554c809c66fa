import type { Issue, Path } from '@clientele/core'
import {
  checkChoice,
  checkKeys,
  checkList,
  checkLocalizedText,
  checkRecord,
  checkText,
  checkUnique,
  createIssue,
  isRecord,
  ownValue,
} from '@clientele/core/checks'
import { checkPreference } from './checkPreference.js'
import { checkQuantity, isPlainQuantity } from './checkQuantity.js'

/** Finds everything that is wrong with a table; `weighted` says that every criterion needs a weight. */
export function checkTable(table: unknown, path: Path, issues: Issue[], { weighted }: { readonly weighted: boolean }): void {
  if (!checkRecord(table, path, issues)) return
  const { alternatives, criteria, values, ...others } = { ...table }
  checkKeys(others, ['alternatives', 'criteria', 'values'], path, issues)
  const rows = checkAlternatives(alternatives, [...path, 'alternatives'], issues)
  const columns = checkCriteria(criteria, [...path, 'criteria'], issues, weighted)
  checkValues(values, [...path, 'values'], issues, { rows, columns })
}

function checkAlternatives(value: unknown, path: Path, issues: Issue[]): number | undefined {
  if (!checkList(value, path, issues)) return undefined
  const ids = Array.from(value, (id, index) => (checkText(id, [...path, index], issues) ? id : undefined))
  checkUnique(ids, (index) => [...path, index], issues)
  return ids.length
}

function checkCriteria(value: unknown, path: Path, issues: Issue[], weighted: boolean): number | undefined {
  if (!checkList(value, path, issues, { filled: true })) return undefined
  const members = Array.from(value)
  members.forEach((member, index) => {
    if (checkRecord(member, [...path, index], issues)) checkCriterion({ ...member }, [...path, index], issues, weighted)
  })
  const ids = members.map((member) => (isRecord(member) ? ownValue(member, 'id') : undefined))
  checkUnique(
    ids.map((id) => (typeof id === 'string' && id !== '' ? id : undefined)),
    (index) => [...path, index, 'id'],
    issues,
  )
  return members.length
}

function checkCriterion(criterion: { readonly [key: string]: unknown }, path: Path, issues: Issue[], weighted: boolean): void {
  checkKeys(criterion, ['id', 'title', 'direction', 'weight', 'preference'], path, issues)
  checkText(criterion['id'], [...path, 'id'], issues)
  if (criterion['title'] !== undefined) checkLocalizedText(criterion['title'], [...path, 'title'], issues)
  if (criterion['direction'] !== undefined) checkChoice(criterion['direction'], ['benefit', 'cost'], [...path, 'direction'], issues)
  if (criterion['preference'] !== undefined) checkPreference(criterion['preference'], [...path, 'preference'], issues)
  if (weighted || criterion['weight'] !== undefined) checkQuantity(criterion['weight'], [...path, 'weight'], issues, '0')
}

function checkValues(value: unknown, path: Path, issues: Issue[], expected: { rows: number | undefined; columns: number | undefined }): void {
  if (!checkList(value, path, issues)) return
  checkLength(value, expected.rows, path, issues)
  Array.from(value).forEach((row, index) => {
    const place = [...path, index]
    if (!checkList(row, place, issues)) return
    checkLength(row, expected.columns, place, issues)
    Array.from(row).forEach((cell, column) => {
      if (!isPlainQuantity(cell)) checkQuantity(cell, [...place, column], issues)
    })
  })
}

function checkLength(list: readonly unknown[], expected: number | undefined, path: Path, issues: Issue[]): void {
  if (expected !== undefined && list.length !== expected) {
    issues.push(createIssue('wrong-length', path, { expected, actual: list.length }))
  }
}
