import type { Issue, Path } from '@clientele/core'
import { checkInteger, checkText } from '@clientele/core/checks'

/** The case of an event as a text, which help desks may give as an integer; or adds an issue and returns undefined. */
export function readCase(value: unknown, path: () => Path, issues: Issue[]): string | undefined {
  if (typeof value === 'string' && value !== '') return value
  if (typeof value === 'number') return checkInteger(value, path(), issues) ? String(value) : undefined
  checkText(value, path(), issues)
  return undefined
}
