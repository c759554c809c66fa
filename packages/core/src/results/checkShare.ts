import { reportType } from '../checks/checkShape.js'
import { createIssue } from '../issues/createIssue.js'
import type { Check } from './checkResult.js'

/** Checks a share or another measure: a finite number of 0 or more. */
export const checkShare: Check = (value, path, issues) => {
  if (typeof value !== 'number' || !Number.isFinite(value)) reportType(value, path, issues, 'number')
  else if (value < 0) issues.push(createIssue('too-small', path, { minimum: '0', actual: String(value) }))
}
