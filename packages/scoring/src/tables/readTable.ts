import type { DecimalInput, Issue } from '@clientele/core'
import { throwIssues } from '@clientele/core/checks'
import { checkTable } from './checkTable.js'
import type { PreferenceFunction, TableCriterion, UnweightedTable } from './types.js'

/** A criterion of a table, read. */
interface ReadCriterion {
  readonly id: string
  /** 0 where the table gives none. */
  readonly weight: number
  readonly cost: boolean
  readonly preference: PreferenceFunction | undefined
}

/** A table, checked and read as numbers. */
export interface ReadTable {
  readonly alternatives: readonly string[]
  readonly criteria: readonly ReadCriterion[]
  /** By alternative, then by criterion. */
  readonly rows: readonly (readonly number[])[]
}

/** Checks and reads a table, or throws with everything that is wrong with it. */
export function readTable(table: UnweightedTable, { weighted }: { readonly weighted: boolean }): ReadTable {
  const issues: Issue[] = []
  checkTable(table, ['table'], issues, { weighted })
  throwIssues(issues)
  return numbersOf(table)
}

/** Reads a table in which {@link checkTable} found nothing wrong. */
export function numbersOf(table: UnweightedTable): ReadTable {
  return {
    alternatives: Array.from(table.alternatives),
    criteria: Array.from(table.criteria, (criterion) => readCriterion({ ...criterion })),
    rows: Array.from(table.values, (row) => Array.from(row, readQuantity)),
  }
}

function readCriterion({ id, weight = 0, direction, preference }: TableCriterion): ReadCriterion {
  return { id, weight: readQuantity(weight), cost: direction === 'cost', preference: preference && { ...preference } }
}

function readQuantity(value: DecimalInput): number {
  return Number(value) + 0
}

/** The values of one criterion, in the order of the alternatives. */
export function columnOf({ rows }: ReadTable, criterion: number): number[] {
  return rows.map((row) => row[criterion] as number)
}
