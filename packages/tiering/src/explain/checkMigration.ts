import type { Issue } from '@clientele/core'
import {
  type Check,
  type CodeChecks,
  checkAgrees,
  checkCount,
  checkFlag,
  checkShare,
  checkText,
  checkUnique,
  codedBy,
  createIssue,
  filled,
  listOf,
  membersOf,
  orNull,
} from '@clientele/core/checks'
import type { Migration, MigrationDiagnosis } from '../migration/types.js'

const diagnoses: CodeChecks<MigrationDiagnosis> = {
  'rows-rejected': { rejected: checkCount, read: checkCount },
  'customers-gone': { count: checkCount, lost: orNull(checkText) },
  'customers-joined': { count: checkCount },
  'tier-unknown': { tier: checkText, stays: checkFlag },
}

const checkShape: Check = membersOf({
  tiers: filled(checkText),
  counts: listOf(listOf(checkCount)),
  rates: listOf(listOf(checkShare)),
  diagnoses: listOf(codedBy<MigrationDiagnosis>(diagnoses)),
})

/** Adds an issue for all that is wrong with a migration, such as rates that are not those of its counts. */
export function checkMigration(value: unknown, issues: Issue[]): void {
  checkShape(value, ['migration'], issues)
  if (issues.length > 0) return
  const { tiers, counts, rates } = value as Migration
  checkUnique(tiers, (index) => ['migration', 'tiers', index], issues)
  checkSquare(counts, 'counts', tiers.length, issues)
  checkSquare(rates, 'rates', tiers.length, issues)
  if (issues.length > 0) return
  counts.forEach((row, index) => {
    const sum = row.reduce((total, count) => total + count, 0)
    // Whether a tier of nobody keeps its customers, counts do not tell.
    const keeps = rates[index]?.[index] === 1 ? 1 : 0
    const expected = row.map((count, to) => (sum > 0 ? count / sum : to === index ? keeps : 0))
    checkAgrees(rates[index], expected, ['migration', 'rates', index], issues)
  })
}

function checkSquare(rows: readonly (readonly number[])[], key: 'counts' | 'rates', size: number, issues: Issue[]): void {
  const path = ['migration', key]
  if (rows.length !== size) issues.push(createIssue('wrong-length', path, { expected: size, actual: rows.length }))
  rows.forEach((row, index) => {
    if (row.length !== size) issues.push(createIssue('wrong-length', [...path, index], { expected: size, actual: row.length }))
  })
}
