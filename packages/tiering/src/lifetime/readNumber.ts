import type { Issue, Path } from '@clientele/core'
import { createIssue, reportType } from '@clientele/core/checks'

/** What a number may be; both bounds are allowed. */
export interface NumberBounds {
  readonly minimum: number
  readonly maximum: number
}

/** Reads a finite number within bounds, or adds an issue and returns undefined. */
export function readNumber(value: unknown, path: Path, issues: Issue[], { minimum, maximum }: NumberBounds): number | undefined {
  if (typeof value !== 'number' || !Number.isFinite(value)) reportType(value, path, issues, 'number')
  else if (value < minimum) issues.push(createIssue('too-small', path, { minimum: String(minimum), actual: String(value) }))
  else if (value > maximum) issues.push(createIssue('too-large', path, { maximum: String(maximum), actual: String(value) }))
  // -0 is 0.
  else return value + 0
  return undefined
}
