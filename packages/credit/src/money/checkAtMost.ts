import type { Issue, Path } from '@clientele/core'
import { createIssue } from '@clientele/core/checks'
import { type Decimal, decimalText } from '@clientele/core/decimal'

/** Adds an issue where a decimal is above a bound; either is undefined where something is wrong with it, which is told elsewhere. */
export function checkAtMost(value: Decimal | undefined, maximum: Decimal | undefined, path: Path, issues: Issue[]): void {
  if (value === undefined || maximum === undefined || value.lte(maximum)) return
  issues.push(createIssue('too-large', path, { maximum: decimalText(maximum), actual: decimalText(value) }))
}
