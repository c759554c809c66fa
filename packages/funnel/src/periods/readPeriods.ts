import type { Issue, Path } from '@clientele/core'
import { checkChoice, checkInteger } from '@clientele/core/checks'
import type { Periods } from './types.js'

const PERIODS: readonly Periods['by'][] = ['day', 'week', 'month', 'quarter', 'year']

/** Reads `by` and `fiscalYearStart` of a record, or adds issues and returns undefined. */
export function readPeriods(record: { readonly [key: string]: unknown }, path: Path, issues: Issue[]): Periods | undefined {
  const { by, fiscalYearStart = 1 } = record
  const isPeriod = checkChoice(by, PERIODS, [...path, 'by'], issues)
  const isMonth = checkInteger(fiscalYearStart, [...path, 'fiscalYearStart'], issues, { minimum: 1, maximum: 12 })
  return isPeriod && isMonth ? { by, fiscalYearStart } : undefined
}
