import type { Issue } from '../issues/types.js'
import type { Path } from '../types.js'
import { checkInteger, checkText, reportType } from './checkShape.js'

/** An id as a text, which other systems may give as an integer; or adds an issue and returns undefined. */
export function readId(value: unknown, path: () => Path, issues: Issue[]): string | undefined {
  if (typeof value === 'string' && value !== '') return value
  if (typeof value === 'number') return checkInteger(value, path(), issues) ? String(value) : undefined
  if (typeof value === 'string') checkText(value, path(), issues)
  else reportType(value, path(), issues, 'string-or-number')
  return undefined
}
