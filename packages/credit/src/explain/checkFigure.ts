import { createIssue } from '@clientele/core/checks'
import { type Check, checkQuantity } from '../results/checkResult.js'

/** Checks an exact quantity of 0 or more. */
export const checkFigure: Check = (value, path, issues) => {
  const before = issues.length
  checkQuantity(value, path, issues)
  if (issues.length === before && (value as string).startsWith('-')) {
    issues.push(createIssue('too-small', path, { minimum: '0', actual: value as string }))
  }
}
