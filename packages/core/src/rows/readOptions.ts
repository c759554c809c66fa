import { checkChoice, checkKeys, checkRecord } from '../checks/checkShape.js'
import type { Issue } from '../issues/types.js'
import type { InvalidRows } from './types.js'

/** Checks the options of a verb over many rows, and says what becomes of bad rows. */
export function readOptions(options: unknown, known: readonly string[], issues: Issue[]): InvalidRows {
  if (!checkRecord(options, ['options'], issues)) return 'throw'
  checkKeys(options, known, ['options'], issues)
  const { invalid = 'throw' } = { ...options }
  return checkChoice(invalid, ['throw', 'collect'], ['options', 'invalid'], issues) ? invalid : 'throw'
}
