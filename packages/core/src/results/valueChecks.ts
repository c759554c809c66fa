import { checkList, reportType } from '../checks/checkShape.js'
import { type Check, listOf } from './checkResult.js'

/** Checks that a value is true or false. */
export const checkFlag: Check = (value, path, issues) => {
  if (typeof value !== 'boolean') reportType(value, path, issues, 'boolean')
}

/** A check of what may be null. */
export function orNull(check: Check): Check {
  return (value, path, issues) => {
    if (value !== null) check(value, path, issues)
  }
}

/** A check of a list of at least one element. */
export function filled(check: Check): Check {
  return (value, path, issues) => {
    if (checkList(value, path, issues, { filled: true })) listOf(check)(value, path, issues)
  }
}
