import type { CalendarDate, InvalidRows, Issue } from '@clientele/core'
import { checkChoice, createIssue, isRecord, readOptions, throwIssues } from '@clientele/core/checks'
import { readDay } from '../dates/readDay.js'
import { AGE_UNITS } from '../purchases/ageUnits.js'
import type { AgeUnit } from '../purchases/types.js'

/** On what a model is tried, checked and read; days since 1970-01-01. */
export interface ReadValidationOptions {
  readonly calibrateTo: number
  readonly until: number
  readonly unit: AgeUnit
  readonly invalid: InvalidRows
}

/** Checks and reads the options, or throws. */
export function readValidationOptions(value: unknown): ReadValidationOptions {
  const issues: Issue[] = []
  const invalid = readOptions(value, ['calibrateTo', 'until', 'unit', 'invalid'], issues)
  if (!isRecord(value)) throwIssues(issues)
  const { calibrateTo: from, until: to, unit = 'week' } = { ...(value as { readonly [key: string]: unknown }) }
  const calibrateTo = readDay(from, ['options', 'calibrateTo'], issues)
  const until = readDay(to, ['options', 'until'], issues)
  checkChoice(unit, AGE_UNITS, ['options', 'unit'], issues)
  if (calibrateTo !== undefined && until !== undefined && until <= calibrateTo)
    issues.push(createIssue('not-above', ['options', 'until'], { bound: from as CalendarDate, actual: to as CalendarDate }))
  throwIssues(issues)
  return { calibrateTo: calibrateTo as number, until: until as number, unit: unit as AgeUnit, invalid }
}
