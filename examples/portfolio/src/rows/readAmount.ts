import type { DecimalString, Issue } from '@clientele/core'
import { checkDecimal, createIssue } from '@clientele/core/checks'
import { decimalText } from '@clientele/core/decimal'

/** Reads an amount of at most so many decimal places in canonical form, or adds an issue and returns undefined. */
export function readAmount(text: string, digits: number, column: string, issues: Issue[]): DecimalString | undefined {
  const amount = checkDecimal(text, [column], issues)
  if (amount === undefined) return undefined
  if (amount.decimalPlaces() > digits) {
    issues.push(createIssue('too-many-decimal-places', [column], { maximum: digits, actual: JSON.stringify(text) }))
    return undefined
  }
  return decimalText(amount)
}
