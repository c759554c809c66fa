import type { Issue } from '@clientele/core'
import { checkChoice, checkKeys, checkRecord, throwIssues } from '@clientele/core/checks'
import { checkTable } from '../tables/checkTable.js'
import { numbersOf, type ReadTable } from '../tables/readTable.js'
import type { DecisionTable } from '../tables/types.js'
import type { Normalisation } from './types.js'

/** Checks a weighted table and a method's options together, and reads the table; or throws with everything that is wrong. */
export function readMethod<Options extends object>(
  table: DecisionTable,
  options: Options,
  known: readonly (keyof Options & string)[],
  checkOptions: (options: Options, issues: Issue[]) => void,
): ReadTable {
  const issues: Issue[] = []
  checkTable(table, ['table'], issues, { weighted: true })
  if (checkRecord(options, ['options'], issues)) {
    checkKeys(options, known, ['options'], issues)
    checkOptions({ ...options }, issues)
  }
  throwIssues(issues)
  return numbersOf(table)
}

/** Reads a weighted table for a method that normalises it, and how. */
export function readNormalised<Allowed extends Normalisation>(
  table: DecisionTable,
  options: { readonly normalisation?: Allowed | undefined },
  { allowed, otherwise }: { readonly allowed: readonly Allowed[]; readonly otherwise: Allowed },
): { readonly read: ReadTable; readonly normalisation: Allowed } {
  let normalisation = otherwise
  const read = readMethod(table, options, ['normalisation'], ({ normalisation: wanted = otherwise }, issues) => {
    if (checkChoice(wanted, allowed, ['options', 'normalisation'], issues)) normalisation = wanted
  })
  return { read, normalisation }
}

/** Throws the issues that `check` finds in the values of a table. */
export function checkCells(check: (issues: Issue[]) => void): void {
  const issues: Issue[] = []
  check(issues)
  throwIssues(issues)
}
