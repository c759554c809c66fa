import type { Issue, Path } from '@clientele/core'
import { checkDecimal, checkInteger, checkKeys, checkRecord, throwIssues } from '@clientele/core/checks'
import { Decimal } from '@clientele/core/decimal'
import { checkAbove } from '../money/checkAbove.js'

type ReadFigure = (value: unknown, path: Path, issues: Issue[]) => Decimal | undefined

/** Reads an amount of any sign. */
export const anyAmount: ReadFigure = (value, path, issues) => checkDecimal(value, path, issues)

/** Reads an amount above 0. */
export const aboveZero: ReadFigure = (value, path, issues) => checkAbove(value, '0', path, issues)

/** Reads a number of days. */
export const wholeDays: ReadFigure = (value, path, issues) => (checkInteger(value, path, issues, { minimum: 1 }) ? new Decimal(value) : undefined)

/** Checks and reads the figures of a ratio by their names, or throws what is wrong with them. */
export function readFigures<Name extends string>(
  value: unknown,
  readers: { readonly [Figure in Name]: ReadFigure },
): { readonly [Figure in Name]: Decimal } {
  const issues: Issue[] = []
  const names = Object.keys(readers) as Name[]
  if (!checkRecord(value, ['figures'], issues)) throwIssues(issues)
  const figures: { readonly [key: string]: unknown } = { ...(value as object) }
  checkKeys(figures, names, [], issues)
  const read = names.map((name) => [name, readers[name](figures[name], [name], issues)] as const)
  throwIssues(issues)
  return Object.fromEntries(read) as { readonly [Figure in Name]: Decimal }
}
