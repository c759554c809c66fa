import type { Issue, Path } from '@clientele/core'
import { reportType } from '@clientele/core/checks'

/** Reads what is true or false, and false where it is left out, or adds an issue. */
export function readFlag(value: unknown, path: Path, issues: Issue[]): boolean {
  if (value !== undefined && typeof value !== 'boolean') reportType(value, path, issues, 'boolean')
  return value === true
}
