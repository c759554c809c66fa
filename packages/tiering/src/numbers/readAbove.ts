import type { Issue, Path } from '@clientele/core'
import { createIssue } from '@clientele/core/checks'
import { compareQuantities, type Quantity, quantityOf, quantityText, readQuantity } from './quantity.js'

/** Reads a decimal that is above a bound, and at most a maximum, or adds an issue and returns undefined. */
export function readAbove(value: unknown, bound: string, path: Path, issues: Issue[], maximum?: string): Quantity | undefined {
  const quantity = readQuantity(value, path, issues, { maximum })
  if (quantity === undefined || compareQuantities(quantity, quantityOf(bound)) > 0) return quantity
  issues.push(createIssue('not-above', path, { bound, actual: quantityText(quantity) }))
  return undefined
}
