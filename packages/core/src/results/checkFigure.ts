import { createIssue } from '../issues/createIssue.js'
import { type Check, checkQuantity } from './checkResult.js'

/** Checks an exact quantity of 0 or more. */
export const checkFigure: Check = (value, path, issues) => {
  const before = issues.length
  checkQuantity(value, path, issues)
  if (issues.length === before && (value as string).startsWith('-')) {
    issues.push(createIssue('too-small', path, { minimum: '0', actual: value as string }))
  }
}
